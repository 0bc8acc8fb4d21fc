import groovy.json.JsonSlurper
import io.github.pythonlambda.testing.CloudAssembly
import io.github.pythonlambda.testing.UserCommand

def zips = new File(basedir, 'target/python-lambda').toPath()
def assembly = new File(basedir, 'target/cdk.out').toPath()
def shell = UserCommand.withMaven(basedir.toPath(), new File(System.getProperty('maven.home')).toPath(), localRepositoryPath.toPath())
        // No credentials are looked for, and nothing is told to anybody.
        .with('AWS_EC2_METADATA_DISABLED', 'true')
        .with('CDK_DISABLE_CLI_TELEMETRY', 'true')

def log = new File(basedir, 'build.log').text
assert System.getProperty('os.arch') != 'amd64' ||
        log =~ /Verified: \d+ modules of \d+ packages imported, main:app started in [\d.]+ s, GET \/ 200, GET \/hello\/Ada 200/

// What README.md says, in a fresh clone.
assert !new File(basedir, 'package-lock.json').text.contains('"resolved"') : 'each user has a registry of their own'
shell.run('npm ci --no-audit --no-fund')
shell.run('npx tsc')
shell.run('npx cdk synth -q --no-notices')

def synthesised = CloudAssembly.read(assembly, 'ApiStack')
def keys = synthesised.keysOfZips(zips)
assert keys.keySet() == ['app.zip', 'own-x86_64.zip', 'pypi-x86_64.zip'] as Set : 'the assets are the zips, byte for byte'

def manifest = new JsonSlurper().parse(zips.resolve('manifest.json').toFile())
def function = new JsonSlurper().parseText(synthesised.resources('AWS::Lambda::Function').first().toString())
assert function.Runtime == 'python3.14' && function.Architectures == ['x86_64'] && function.Handler == 'run.sh'
assert function.Environment.Variables == manifest.app.environment
assert function.Environment.Variables.AWS_LAMBDA_EXEC_WRAPPER == '/opt/bootstrap' && function.Environment.Variables.PORT
assert function.Layers.size() == 3 : 'both layers and the web adapter'
assert function.Layers.last() == ['Fn::Sub': manifest.app.webAdapter.layerArns.x86_64]
assert manifest.app.webAdapter.layerArns.x86_64 ==~ /arn:aws:lambda:\$\{AWS::Region}:\d+:layer:LambdaAdapterLayerX86:\d+/ :
        "the adapter's layer is the one of the region and the architecture"
assert synthesised.resources('AWS::ApiGatewayV2::Route')*.get('RouteKey')*.asText() == ['$default']
assert synthesised.template().get('Outputs').has('ApiUrl')

// After an edit the same command has the new app, and the old layers.
def main = new File(basedir, 'src/app/main.py')
main.text = main.text.replace('/hello/{name}', '/greet/{name}')
shell.run('npx cdk synth -q --no-notices')
def edited = CloudAssembly.read(assembly, 'ApiStack').keysOfZips(zips)
assert edited.keySet() == keys.keySet()
assert edited['app.zip'] != keys['app.zip'] : 'an edit makes a new asset of the app'
assert edited.findAll { it.key != 'app.zip' } == keys.findAll { it.key != 'app.zip' } : 'and leaves those of the layers alone'
return true
