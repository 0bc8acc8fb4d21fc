import groovy.json.JsonSlurper
import java.util.zip.ZipFile

def output = new File(basedir, 'target/python-lambda')
assert output.list().toList().toSorted() == [
        'api-manifest.json', 'api-report.json', 'api.zip', 'jobs-manifest.json', 'jobs-report.json', 'jobs.zip',
        'shop-deps.zip', 'template.yaml']
def entries = { name -> new ZipFile(new File(output, name)).withCloseable { zip -> zip.entries().toList()*.name } }
assert entries('api.zip') == ['common/log.py', 'main.py', 'run.sh']
assert entries('jobs.zip') == ['common/log.py', 'nightly.py', 'run.sh']

def manifest = { name -> new JsonSlurper().parse(new File(output, "${name}-manifest.json")) }
assert manifest('api').app.kind == 'web-adapter'
assert manifest('jobs').app.kind == 'handler'
assert manifest('api').layers == manifest('jobs').layers : 'the layer is shared'

def template = new File(output, 'template.yaml').readLines()*.trim()
['DepsLayer:', 'ApiFunction:', 'JobsFunction:', 'ContentUri: shop-deps.zip', 'CodeUri: api.zip', 'CodeUri: jobs.zip'].each { line ->
    assert template.count(line) == 1 : "the template has $line once"
}
assert template.count('- !Ref DepsLayer') == 2 : 'both functions have the layer'

def installed = new File(localRepositoryPath, 'com/example/several-functions/1.0')
['api', 'jobs', 'shop-deps'].each { name ->
    assert new File(installed, "several-functions-1.0-${name}.zip").bytes == new File(output, "${name}.zip").bytes
}

def builds = new File(basedir, 'build.log').text.split('Scanning for projects').drop(1)
assert builds[0].split('Packed shop-deps.zip').length == 2 : 'the layer is packed once'
assert !builds[0].contains('[WARNING]') : 'and attached once'
assert builds[1].split('Nothing has changed since the last build').length == 3 : 'both functions are up to date'
assert builds[2].contains('is not attached, since') && builds[2].contains("with the classifier 'shop-deps' already")
assert builds[3].contains('another execution of this build has written something else to api.zip')
assert new File(basedir, 'target/clash').list().toList().toSorted() ==
        ['api-manifest.json', 'api-report.json', 'api.zip', 'shop-deps.zip'] : 'what was there stays'
return true
