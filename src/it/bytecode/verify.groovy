import groovy.json.JsonSlurper
import java.util.zip.ZipFile

def contents = { File file ->
    def zip = new ZipFile(file)
    try {
        zip.entries().toList().collectEntries { [it.name, zip.getInputStream(it).bytes] }
    } finally {
        zip.close()
    }
}
def output = new File(basedir, 'target/python-lambda')
def layer = contents(new File(output, 'layer-arm64.zip'))
def sources = layer.keySet().findAll { it ==~ '.*\\.py' }
def compiled = layer.keySet().findAll { it ==~ '.*/__pycache__/[^/]+\\.cpython-314\\.pyc' }
assert sources && compiled.size() == sources.size() : 'every module of click is compiled'
compiled.each {
    def start = layer[it][0..7] as byte[]
    assert start == [0x2b, 0x0e, 0x0d, 0x0a, 1, 0, 0, 0] as byte[] : "$it is for 3.14, and taken without a look at its source"
}
assert new String(layer['python/click/__pycache__/core.cpython-314.pyc'], 'ISO-8859-1').contains('/opt/python/click/core.py') :
    'tracebacks name the path on Lambda'
def app = contents(new File(output, 'app.zip'))
assert app['__pycache__/main.cpython-314.pyc'][4] == 3 : 'the app is compared with its source, which can be edited on Lambda'

def manifest = new JsonSlurper().parse(new File(output, 'manifest.json'))
assert manifest.bytecode == '3.14.3'
assert manifest.layers[0].unzippedBytes == layer.values()*.length.sum() : 'compiled modules are counted'

['app.zip', 'layer-arm64.zip', 'manifest.json'].each {
    assert new File(output, it).bytes == new File(basedir, "target/again/$it").bytes : "$it is the same in both builds"
}
def log = new File(basedir, 'build.log').readLines()
assert log.count { it.contains('Compiled ') && it.contains('with CPython 3.14.3 in') } == 1 : 'it is compiled once'
assert log.any { it.contains('Time to import without and with bytecode, on this host:') } : 'verify shows what it gains'
return true
