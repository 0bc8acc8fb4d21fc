import groovy.json.JsonSlurper
import java.util.zip.ZipFile

def output = new File(basedir, 'target/python-lambda')
def names = { name -> new ZipFile(new File(output, name)).withCloseable { it.entries().toList()*.name } }

def wheels = names('whl-arm64.zip')
assert wheels.contains('python/local_package1/__init__.py') : 'the wheel of the folder is in its layer'
assert !wheels.any { it.contains('fastapi') } : 'and nothing else is'
def index = names('pypi-arm64.zip')
assert index.contains('python/fastapi/__init__.py') && index.contains('python/uvicorn/__init__.py')
assert !index.any { it.contains('local_package1') } : 'a wheel goes to the layer of its folder alone'

def manifest = new JsonSlurper().parse(new File(output, 'manifest.json'))
assert manifest.layers*.path == ['pypi-arm64.zip', 'whl-arm64.zip']
assert manifest.layers[1].packages*.wheel == ['local_package1-0.1.0-py3-none-any.whl']
assert manifest.app.environment.PYTHONPATH == '/opt/python'
return true
