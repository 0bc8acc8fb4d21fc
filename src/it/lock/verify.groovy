def builds = new File(basedir, 'build.log').text.split('Scanning for projects').drop(1)
assert builds.size() == 5

assert builds[0].contains('Resolved 3 packages for python3.13 on arm64')
assert builds[0].readLines().count { it.contains("To pin these versions for every build, run 'mvn python-lambda:lock@default'") } == 1 :
        'a lock is recommended once'

def lock = new File(basedir, 'src/layer/pylock.toml')
def text = lock.text
assert builds[1].contains("$lock.path: 3 packages")
assert text.contains('fast-1.0-cp313-cp313-manylinux_2_17_aarch64.whl') && text.contains('fast-1.0-cp313-cp313-manylinux_2_17_x86_64.whl') :
        'the lock has the wheels of both architectures'
assert text.contains('marker = \'platform_machine == "aarch64"\'') : 'what one architecture needs alone is marked'
assert text.contains('path = "../../wheels/web-1.0-py3-none-any.whl"') : 'files of the project are named by a relative path'
assert !text.contains(basedir.path) : 'the lock tells nothing of this machine'

assert builds[2].contains("Took 3 packages for python3.13 on arm64 from $lock.path")
def resolved = new File(basedir, 'target/python-lambda')
def locked = new File(basedir, 'target/from-lock')
['layer-arm64.zip', 'layer-x86_64.zip', 'manifest.json'].each { name ->
    assert Arrays.equals(new File(resolved, name).bytes, new File(locked, name).bytes) : "$name is the same from the lock"
}

assert builds[3].contains("$lock.path: 3 packages (unchanged)")

assert builds[4].contains('the lock does not match what it was made from any more')
assert builds[4].contains("${new File(basedir, 'changed.txt').path}, line 3: fast is new")
assert builds[4].contains("run 'mvn python-lambda:lock@default'")
assert !builds[4].readLines().any { it =~ /^\s+at \S+\(.*\)$/ || it.startsWith('Caused by') } : 'no stack trace'
return true
