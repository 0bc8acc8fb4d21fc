def builds = new File(basedir, 'build.log').text.split('Scanning for projects').drop(1)
def log = builds[0].readLines()
def verified = log.findAll { it.contains('Verified: ') }
assert verified.size() == 2 : 'each execution is verified'
assert verified[0] =~ /Verified: \d+ modules of \d+ packages imported, main:app started in [\d.]+ s, GET \/ 200, GET \/items\/5 200, GET \/items\/five 422$/
assert verified[1] =~ /main\.handler loaded in [\d.]+ s, returned \{"item": "book", "count": 1\} in [\d.]+ s$/
assert log.count { it =~ /Verifying python(3\.\d+) on (x86_64|arm64) with CPython \1\./ } == 2 : 'the runtime\'s own version'
assert log.any { it =~ /\d+ ms  pydantic$/ } : 'times to import are told'
assert !log.any { it.contains('Not proved') }

assert builds[1].contains('run.sh ends by itself, with status 1')
assert builds[1].contains('the module uvicorn is in no layer')
assert !builds[1].readLines().any { it =~ /^\s+at \S+\(.*\)$/ || it.startsWith('Caused by') } : 'no stack trace'

['python-lambda', 'handler'].each { name ->
    assert new File(basedir, "target/$name").list().every { !it.startsWith('.') } : 'nothing is left behind'
}
return true
