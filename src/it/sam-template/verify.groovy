import groovy.json.JsonSlurper

def output = new File(basedir, 'target/python-lambda')
def app = new JsonSlurper().parse(new File(output, 'manifest.json')).app
assert app.invokeMode == 'RESPONSE_STREAM'
assert app.environment.AWS_LWA_INVOKE_MODE == 'response_stream'
assert app.webAdapter.version == '1.1.0'
assert app.webAdapter.layerArns == [arm64: 'arn:aws:lambda:${AWS::Region}:753240598075:layer:LambdaAdapterLayerArm64:30']

def template = new File(output, 'template.yaml').text
['CodeUri: app.zip', 'ContentUri: layer-arm64.zip', 'Handler: run.sh', 'InvokeMode: RESPONSE_STREAM',
 'AWS_LWA_INVOKE_MODE: response_stream', 'ApplyOn: PublishedVersions', '- !Sub ' + app.webAdapter.layerArns.arm64,
 'Value: !GetAtt AppFunctionUrl.FunctionUrl'].each { line ->
    assert template.readLines()*.trim().contains(line) : "the template has $line"
}
def elsewhere = new File(basedir, 'deploy/template.yaml').text
assert elsewhere.contains('CodeUri: "../target/python-lambda/app.zip"')

def other = new JsonSlurper().parse(new File(basedir, 'target/other/manifest.json')).app.webAdapter
assert other == [layerArns: [arm64: 'arn:aws:lambda:eu-west-1:753240598075:layer:LambdaAdapterLayerArm64:31']]

def builds = new File(basedir, 'build.log').text.split('Scanning for projects').drop(1)
assert builds[2].contains('the template is there already, and is yours') && builds[2].contains('kept.yaml')
assert new File(basedir, 'kept.yaml').text == 'Resources: {}\n'
assert builds[3].contains('an HTTP API cannot stream the answers of a function')
assert builds[5].contains('the web adapter has no published layer for arm64 in us-gov-west-1')
assert builds[5].contains('<webAdapterLayer> or -Dpython-lambda.webAdapterLayer')
assert builds[6].contains("no layer of version '9.9' of the web adapter is known")
['target/none.yaml', 'target/gov', 'target/version'].each { name ->
    assert !new File(basedir, name).exists() : "$name is not written"
}
return true
