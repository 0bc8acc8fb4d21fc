import groovy.json.JsonSlurper
import java.util.zip.ZipFile

def project = new File(basedir, 'pröject with späces')
def output = new File(project, 'target/python-lambda')
def manifest = new JsonSlurper().parse(new File(output, 'manifest.json'))
assert manifest.layers[0].packages*.name == ['local-one', 'local-three', 'local-two', 'other'] :
        'relative paths count from the requirements file, wherever it is'
new ZipFile(new File(output, 'layer-arm64.zip')).withCloseable { zip ->
    ['local_one', 'local_two', 'local_three', 'other'].each { assert zip.getEntry("python/$it/__init__.py") }
}
new ZipFile(new File(output, 'app.zip')).withCloseable { zip ->
    assert zip.entries().toList()*.name == ['größe & mehr.txt', 'main.py', 'run.sh'] : 'names in the zip are in UTF-8'
}

// In the locale C, 'mvn clean' could not remove it.
project.deleteDir()
return true
