import groovy.json.JsonSlurper
import java.util.zip.ZipFile

def log = new File(basedir, 'build.log').readLines()
def module = { name -> new File(basedir, name) }
def manifest = { name -> new JsonSlurper().parse(new File(module(name), 'target/python-lambda/manifest.json')) }
def script = { name ->
    new ZipFile(new File(module(name), 'target/python-lambda/app.zip')).withCloseable { zip ->
        zip.getInputStream(zip.getEntry('run.sh')).text.readLines().last()
    }
}

def verified = log.findAll { it.contains('Verified: ') }
assert verified.size() == 5 : 'each example is imported and started'
assert verified[0] =~ /main:app started in [\d.]+ s, GET \/ 200, GET \/items\/5 200$/
assert verified[1] =~ /main:app started in [\d.]+ s, GET \/ 404, GET \/count\/3 200$/
assert verified[2] =~ /app:app started in [\d.]+ s, GET \/ 200, GET \/hello\/Ada 200$/
assert verified[3] =~ /run\.sh started in [\d.]+ s, GET \/ 200, GET \/ 200, GET \/static\/shop\/shop\.css 200$/
assert verified[4] =~ /orders\.handler loaded in [\d.]+ s, returned \{"statusCode": 200, /
assert !log.any { it.contains('Not proved') || it.startsWith('[WARNING]') }

def port = '${AWS_LWA_PORT:-${PORT:-8080}}'
assert script('fastapi') == "exec python -m uvicorn --port \"$port\" main:app"
assert script('streaming') == "exec python -m uvicorn --port \"$port\" main:app"
assert script('flask') == "exec python -m gunicorn --bind \"127.0.0.1:$port\" app:app"
assert script('django') == "exec python -m gunicorn --bind \"127.0.0.1:$port\" mysite.wsgi"
assert manifest('streaming').app.environment.AWS_LWA_INVOKE_MODE == 'response_stream'
assert manifest('flask').app.environment.AWS_LWA_INVOKE_MODE == null
assert manifest('powertools').app.kind == 'handler'
assert manifest('powertools').app.environment == [:]
return true
