def cache = new File(localRepositoryPath, '.cache/python-lambda')
def wheel = new File(cache, "wheels/00/${'0' * 64}/long_forgotten-1.0-py3-none-any.whl")
wheel.parentFile.mkdirs()
wheel.bytes = new byte[3_000_000]
assert wheel.parentFile.setLastModified(0)
new File(cache, 'my-notes.txt').text = 'mine'
return true
