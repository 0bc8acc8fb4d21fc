import groovy.json.JsonSlurper
import io.github.pythonlambda.testing.CloudAssembly
import io.github.pythonlambda.testing.UserCommand

def zips = new File(basedir, 'target/python-lambda').toPath()
def synthesised = { name -> CloudAssembly.read(new File(basedir, "cdk.out/$name").toPath(), 'ApiStack') }

// The command of cdk.json in a fresh clone. The invoker's own lines about these scripts are in the log too.
def builds = new File(basedir, 'build.log').text.split(/\[INFO\] Scanning for projects/)
def printed = builds[0].readLines()
        .collect { it.replaceAll(/\u001B\[[0-9;]*m/, '') } // Debian's mvn resets the colours
        .findAll { it && !it.contains('.groovy') }
assert printed == [] : 'the command of cdk.json prints nothing'
assert System.getProperty('os.arch') != 'amd64' || builds[1] =~ /Verified: \d+ modules of \d+ packages imported, main:app started in [\d.]+ s, GET \/ 200, GET \/hello\/Ada 200/

// The stack.
def second = synthesised('second')
def keys = second.keysOfZips(zips)
assert keys.keySet() == ['app.zip', 'own-x86_64.zip', 'pypi-x86_64.zip'] as Set : 'the assets are the zips, byte for byte'
assert synthesised('first').template() == second.template() : 'another build gives the same template, with the same hashes'

def manifest = new JsonSlurper().parse(zips.resolve('manifest.json').toFile())
def function = new JsonSlurper().parseText(second.resources('AWS::Lambda::Function').first().toString())
assert function.Runtime == 'python3.14' && function.Architectures == ['x86_64'] && function.Handler == 'run.sh'
assert function.Environment.Variables == manifest.app.environment
assert function.Environment.Variables.AWS_LAMBDA_EXEC_WRAPPER == '/opt/bootstrap' && function.Environment.Variables.PORT
assert function.Layers.size() == 3 : 'both layers and the web adapter'
assert function.Layers.last() == ['Fn::Sub': manifest.app.webAdapter.layerArns.x86_64]
assert manifest.app.webAdapter.layerArns.x86_64 ==~ /arn:aws:lambda:\$\{AWS::Region}:\d+:layer:LambdaAdapterLayerX86:\d+/ :
        "the adapter's layer is the one of the region and the architecture"
def layers = second.resources('AWS::Lambda::LayerVersion')
assert layers.every { it.toString().contains('"CompatibleArchitectures":["x86_64"]') }
assert second.resources('AWS::ApiGatewayV2::Route')*.get('RouteKey')*.asText() == ['$default']
assert second.template().get('Outputs').has('ApiUrl')

// What was built before is known by its folder, so in another one all is packed anew.
def shell = UserCommand.withMaven(basedir.toPath(), new File(System.getProperty('maven.home')).toPath(), localRepositoryPath.toPath())
def again = shell.run('mvn -B process-resources -Dpython-lambda.outputDirectory=target/again')
assert again.any { it.contains('Packed pypi-x86_64.zip: ') }
assert second.keysOfZips(new File(basedir, 'target/again').toPath()) == keys : 'zips that are packed anew are the same assets'

// After an edit the same command has the new app, and the old layers.
def main = new File(basedir, 'src/app/main.py')
main.text = main.text.replace('/hello/{name}', '/greet/{name}')
def output = shell
        .with('JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION', '20')
        .with('CDK_OUTDIR', 'cdk.out/edited')
        .run(new JsonSlurper().parse(new File(basedir, 'cdk.json')).app)
assert output.findAll { it } == [] : 'and still prints nothing'
def edited = synthesised('edited').keysOfZips(zips)
assert edited.keySet() == keys.keySet()
assert edited['app.zip'] != keys['app.zip'] : 'an edit makes a new asset of the app'
assert edited.findAll { it.key != 'app.zip' } == keys.findAll { it.key != 'app.zip' } : 'and leaves those of the layers alone'
return true
