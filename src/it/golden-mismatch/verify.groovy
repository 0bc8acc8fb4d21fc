def builds = new File(basedir, 'build.log').text.split('Scanning for projects').drop(1)
assert builds.size() == 2
def wheel = 'local_package2-0.2.0-cp311-cp311-manylinux_2_28_x86_64.whl'
def tooNew = 'needs glibc 2.28, python3.11 runs on Amazon Linux 2 with glibc 2.26'
def otherArchitecture = 'built for x86_64, the architecture is arm64'

builds.each { log ->
    assert log.contains(new File(basedir, "src/layers/whl/$wheel").path) : 'the wheel is named by its path'
    assert log.contains('cp311-cp311-manylinux_2_28_x86_64') : 'the tag is named'
    assert log.contains(tooNew) : 'the reason is told'
    assert !log.contains('local_package1-0.1.0') : 'the wheel that fits is no matter'
    assert !log.readLines().any { it =~ /^\s+at \S+\(.*\)$/ || it.startsWith('Caused by') } : 'no stack trace'
    assert !log.contains('Resolved ') : 'nothing is resolved once an error is known'
}
assert !builds[0].contains(otherArchitecture) : 'the wheel is for x86_64'
assert builds[1].contains(otherArchitecture) : 'both reasons are told'

def output = new File(basedir, 'target/python-lambda')
assert output.list().toList().toSorted() == ['report.json', 'whl-arm64.zip', 'whl-x86_64.zip'] : 'a failed build leaves nothing but what was found'
assert new File(output, 'whl-arm64.zip').text == 'arm64 of an earlier build' : 'earlier zips are untouched'
assert new File(output, 'whl-x86_64.zip').text == 'x86_64 of an earlier build' : 'earlier zips are untouched'
return true
