def builds = new File(basedir, 'build.log').text.split('Scanning for projects').drop(1)
assert builds.size() == 5
def outputs = ['app.zip', 'layer-arm64.zip', 'manifest.json', 'report.json']

assert builds[0].contains('Resolved 1 package for python3.13 on arm64') && builds[0].contains('Packed layer-arm64.zip')

assert builds[1].contains('Nothing has changed since the last build')
outputs.each { assert builds[1].contains("$it (unchanged)") }
assert !builds[1].contains('Packed') && !builds[1].contains('Reused the resolution')

assert builds[2].contains('Nothing has changed since the last build')
outputs.each { assert builds[2].contains("$it (restored)") }

assert !builds[3].contains('Nothing has changed')
assert builds[3].contains('Packed app.zip: 1 file,')
assert !builds[3].contains('Packed layer-arm64.zip') : 'the layer is the same, and comes back from where it is kept'
assert new File(basedir, 'target/python-lambda/layer-arm64.zip').file

assert !builds[4].contains('Nothing has changed')
assert builds[4].contains('Resolved 1 package for python3.13 on arm64')
assert builds[4].contains('Packed app.zip: 2 files,')
return true
