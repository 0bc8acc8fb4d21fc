import groovy.json.JsonSlurper
import java.util.zip.ZipFile

def output = new File(basedir, 'target/python-lambda')
new ZipFile(new File(output, 'app.zip')).withCloseable { zip ->
    assert zip.entries().toList()*.name == ['main.py', 'run.sh']
    def script = zip.getInputStream(zip.getEntry('run.sh')).text.readLines()
    assert script.first() == '#!/bin/bash'
    assert script.last() == 'exec python -m uvicorn --port "${AWS_LWA_PORT:-${PORT:-8080}}" main:app'
}
assert !new File(basedir, 'src/app/run.sh').exists() : 'nothing is written to the source tree'
assert new JsonSlurper().parse(new File(output, 'manifest.json')).app.handler == 'run.sh'

def builds = new File(basedir, 'build.log').text.split('Scanning for projects').drop(1)
assert !builds[0].contains('[WARNING] run.sh') : 'the written script keeps its own rules'
assert builds[1].contains("run.sh starts 'python -m hypercorn', but neither the app nor any layer has the module hypercorn")
assert builds[1].contains('add hypercorn to requirements.txt')
assert builds[2].contains('both a start command is set and the app has the script') && builds[2].contains('with-script')
assert new File(basedir, 'target/no-server').list().toList() == ['report.json'] : 'no zip is written'
assert !new File(basedir, 'target/both').exists() : 'nothing is written'
return true
