import groovy.json.JsonSlurper

def index = context.get('index')
def remote = context.get('remote')
[index, remote]*.close()

def names = ['app.zip', 'layer-arm64.zip', 'manifest.json', 'report.json']
def output = { checkout, module -> new File(basedir, "$checkout/$module/target/python-lambda") }
def second = 'second/checked/out/elsewhere'
def same = { module, files ->
    assert output('first', module).list().toList().toSorted() == files
    assert output(second, module).list().toList().toSorted() == files
    files.each { name ->
        assert Arrays.equals(new File(output('first', module), name).bytes, new File(output(second, module), name).bytes) :
                "$name of $module is restored byte for byte"
    }
}
same('function', names)
same('service', ['app.zip', 'manifest.json', 'report.json', 'web-arm64.zip'])

def builds = new File(basedir, 'build.log').text.split('Scanning for projects').drop(1)
assert builds.size() == 5
assert builds.collect { it.count('Skipping plugin execution (cached): python-lambda:package') } == [0, 2, 2, 0, 0]
def transfers = { pattern -> remote.requests().findAll { it ==~ pattern }.collect { it.replaceFirst('.*/', '') }.toSorted() }
def zips = ['function-app.zip', 'function-layer-arm64.zip', 'service-app.zip', 'service-web-arm64.zip']
def ofProject = { paths -> paths.findAll { !it.contains('extra-output') } }
assert ofProject(transfers(/PUT .*\.zip 201/)) == zips.collect { it + ' 201' } : 'the first build alone saves, and each zip once'
assert ofProject(transfers(/GET .*\.zip 200/)) == zips.collect { it + ' 200' } : 'the second build alone has to fetch'
def mismatch = builds[3].contains('Parameter: maxSize') && builds[3].contains('<maxSize>')
assert mismatch : 'a parameter of the command line counts'

// Each module that is not restored asks the index: two of the first build, two of the last, and one of that which fails.
assert index.requests().count { it == '/simple/shared/' } == 5
assert index.wheelRequests().toSorted() == ['shared-1.0-py3-none-any.whl', 'web-1.0-py3-none-any.whl']
def changed = new JsonSlurper().parse(new File(output('changed', 'service'), 'manifest.json'))
assert changed.layers[0].packages*.name == ['shared', 'web'] : 'a changed requirement is a miss'
return true
