import groovy.json.JsonSlurper
import org.apache.commons.compress.archivers.zip.ZipFile

def output = new File(basedir, 'target/python-lambda')
def manifestFile = new File(output, 'manifest.json')
assert output.list().toList().toSorted() == ['app.zip', 'layer-arm64.zip', 'manifest.json', 'report.json'] : 'exactly these files are written'

def modes = { name ->
    def zip = ZipFile.builder().setFile(new File(output, name)).get()
    try {
        zip.entries.toList().collectEntries { [it.name, Integer.toOctalString(it.unixMode & 0777)] }
    } finally {
        zip.close()
    }
}
def app = modes('app.zip')
assert app == ['main.py': '644', 'run.sh': '755'] : 'run.sh can be started, though it is not executable in the checkout'
def layer = modes('layer-arm64.zip')
assert layer.containsKey('python/fastapi/__init__.py') : 'fastapi is in the layer'
assert layer.containsKey('python/uvicorn/__init__.py') : 'uvicorn is in the layer'
assert layer.keySet().every { it.startsWith('python/') } : 'Lambda looks for packages in python/ only'
def native_ = layer.keySet().findAll { it.endsWith('.so') }
assert native_ : 'pydantic-core has a native module'
assert native_.every { it.contains('cpython-313-aarch64') || it.contains('abi3') } : 'native modules are for the function, not for this machine'

def manifest = new JsonSlurper().parse(manifestFile)
assert manifest.runtime == 'python3.13'
assert manifest.architectures == ['arm64']
assert manifest.app.path == 'app.zip' && manifest.app.kind == 'web-adapter' && manifest.app.handler == 'run.sh'
assert manifest.app.environment.PYTHONPATH == '/opt/python'
assert manifest.app.environment.AWS_LAMBDA_EXEC_WRAPPER == '/opt/bootstrap'
assert manifest.layers*.path == ['layer-arm64.zip']
assert manifest.layers[0].architecture == 'arm64'
def core = manifest.layers[0].packages.find { it.name == 'pydantic-core' }
assert core : 'fastapi needs pydantic-core'
assert core.tag ==~ /cp313-cp313-manylinux\w*_aarch64/ : 'pydantic-core is for CPython 3.13 on arm64'
assert manifest.layers[0].packages.every { it.sha256 ==~ /[0-9a-f]{64}/ } : 'each package has its hash'

def text = manifestFile.text
assert !text.contains(basedir.path) : 'the manifest tells nothing of this machine'
assert manifest.layers*.path.every { !new File(it).absolute } : 'paths count from the manifest'

def log = new File(basedir, 'build.log').text
assert log.readLines().count { it =~ /Resolved \d+ packages for python3\.13 on arm64 in .* s, / } == 1 : 'one line tells of resolving'
assert log.readLines().count { it =~ /Packed layer-arm64\.zip: / } == 1 : 'one line tells of the layer'
assert log.readLines().count { it =~ /Packed app\.zip: 2 files/ } == 1 : 'one line tells of the app'
['app.zip', 'layer-arm64.zip', 'manifest.json'].each { name ->
    assert log.readLines().count { it.endsWith(File.separator + name) } == 1 : "one line tells where $name is"
}
return true
