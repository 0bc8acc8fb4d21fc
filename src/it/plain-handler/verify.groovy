import groovy.json.JsonSlurper
import java.util.zip.ZipFile

def builds = new File(basedir, 'build.log').text.split('Scanning for projects').drop(1)
def output = new File(basedir, 'target/python-lambda')
def app = new JsonSlurper().parse(new File(output, 'manifest.json')).app
assert app.kind == 'handler'
assert app.handler == 'main.handler'
assert app.environment == [:] : 'a PYTHONPATH would take the layers off the path of the runtime'
new ZipFile(new File(output, 'app.zip')).withCloseable { zip ->
    assert zip.entries().toList()*.name == ['main.py'] : 'no run.sh is needed'
}

assert new JsonSlurper().parse(new File(basedir, 'target/in-layer/manifest.json')).app.handler == 'in_layer.handlers.handler'

assert builds[2].contains("the handler's module does not exist")
assert builds[2].contains('missing.py or missing/__init__.py') : 'the files that were looked for are named'
assert !builds[2].readLines().any { it =~ /^\s+at \S+\(.*\)$/ || it.startsWith('Caused by') } : 'no stack trace'
assert new File(basedir, 'target/missing').list().toList() == ['report.json'] : 'a failed build writes nothing but what was found'
return true
