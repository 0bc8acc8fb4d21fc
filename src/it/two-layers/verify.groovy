import groovy.json.JsonSlurper

def output = new File(basedir, 'target/python-lambda')
assert output.list().toList().toSorted() == ['base-x86_64.zip', 'extra-x86_64.zip', 'manifest.json', 'report.json']
def manifest = new JsonSlurper().parse(new File(output, 'manifest.json'))
def packages = manifest.layers.collectEntries { layer -> [layer.name, layer.packages.collect { "$it.name $it.version".toString() }] }
assert packages.base == ['shared 1.0', 'web 1.0'] : 'a shared package goes to the first layer that needs it, in a version that suits both'
assert packages.extra == ['deep 1.0', 'tool 1.0'] : 'and to no other'
assert !manifest.containsKey('app') : 'the goal layer makes no app'
return true
