// What the message of each build must say.
def expected = [
        'no runtime': ["the function's runtime is not set", '<runtime>', '-Dpython-lambda.runtime'],
        'unknown runtime': ["has no runtime 'python3.7'", 'python3.13'],
        'no architecture': ["the function's architecture is not set", '-Dpython-lambda.architecture'],
        'unknown architecture': ["has no architecture 'riscv64'", 'arm64, x86_64'],
        'both architecture and architectures': ['both <architecture> and <architectures> are set'],
        'no app folder': ["the app's folder does not exist", 'none', '<appDirectory>'],
        'no run.sh': ['has no run.sh', 'without-script', '<handler>'],
        'no requirements file': ['the requirements file does not exist', 'none.txt', '<requirementsFile>'],
        'nothing required': ["layer 'layer' would be empty", 'nothing.txt'],
        'a source instead of a wheel': ['code-1.0.tar.gz', 'would have to be built from source', 'source.txt'],
        'no such package': ['no wheel of unknown-package==7 can be had', 'unknown.txt'],
]
def builds = new File(basedir, 'build.log').text.split('Scanning for projects').drop(1)
assert builds.size() == expected.size()

expected.eachWithIndex { name, words, index ->
    def log = builds[index]
    words.each { assert log.contains(it) : "$name: the message says '$it'" }
    assert log.count('Failed to execute goal') == 1 : "$name: it fails once"
    assert log.count('to do:') == 1 : "$name: one problem, with a way out"
    assert !log.contains('MojoExecutionException') : "$name: it is the user's failure, not the goal's"
    assert !log.readLines().any { it =~ /^\s+at \S+\(.*\)$/ || it.startsWith('Caused by') || it.contains('Traceback') } :
            "$name: no stack trace"
}
assert new File(basedir, 'target/python-lambda').list().toList() == ['report.json'] : 'nothing is written but what was found'
return true
