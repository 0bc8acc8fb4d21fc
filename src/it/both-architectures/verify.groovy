import groovy.json.JsonSlurper
import java.util.zip.ZipFile

def output = new File(basedir, 'target/python-lambda')
assert output.list().toList().toSorted() == ['function-manifest.json', 'function-report.json', 'function.zip', 'layer-arm64.zip', 'layer-x86_64.zip']
def manifest = new JsonSlurper().parse(new File(output, 'function-manifest.json'))
assert manifest.architectures == ['arm64', 'x86_64']
assert manifest.app.path == 'function.zip'
assert manifest.app.compatibleArchitectures == ['arm64', 'x86_64'] : 'one app zip serves both'
assert manifest.layers.collect { [it.architecture, it.path, it.compatibleArchitectures] } ==
        [['arm64', 'layer-arm64.zip', ['arm64']], ['x86_64', 'layer-x86_64.zip', ['x86_64']]]
assert manifest.layers[0].packages*.name == ['fast', 'only-on-arm', 'own'] : 'markers are those of the architecture'
assert manifest.layers[1].packages*.name == ['fast', 'own'] : 'markers are those of the architecture'

[arm64: 'aarch64', x86_64: 'x86_64'].each { architecture, machine ->
    def natives = new ZipFile(new File(output, "layer-${architecture}.zip")).withCloseable { zip ->
        zip.entries().toList()*.name.findAll { it.endsWith('.so') }.toSorted()
    }
    assert natives == ['fast', 'own'].collect { "python/$it/_native.cpython-312-$machine-linux-gnu.so".toString() } :
            "$architecture has its own native modules"
}
return true
