def cache = new File(localRepositoryPath, '.cache/python-lambda')
def notes = new File(cache, 'my-notes.txt')
assert notes.file : 'what is not ours stays'
notes.delete()
assert !new File(cache, 'wheels/00/' + '0' * 64).exists()

def builds = new File(basedir, 'build.log').text.split('Scanning for projects').drop(1)
assert builds.size() == 5
def freed = { text -> (text =~ /(?:That would free|Freed) (.+?);/)[0][1] }
assert builds[1].contains("Would remove what no build has used for 3000d from $cache")
assert builds[2].contains("Removed what no build has used for 3000d from $cache")
assert builds[1..2].every { it =~ /wheels: 1 of \d+, 3\.0 MB of / && it.contains("Left alone, since it is not this plugin's: $notes") }
assert freed(builds[1]) == freed(builds[2])

assert builds[3].contains('Nothing has changed since the last build') && builds[3].contains('app.zip (restored)')

assert builds[4].contains('unusedFor is no duration') && !builds[4].contains('\tat ')
return true
