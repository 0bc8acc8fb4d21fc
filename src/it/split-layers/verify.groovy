import groovy.json.JsonSlurper

def output = new File(basedir, 'target/python-lambda')
def builds = new File(basedir, 'build.log').text.split('Scanning for projects').drop(1)
assert builds.size() == 5
def steady = ['steady-arm64.zip', 'steady-x86_64.zip']
def moving = ['layer-arm64.zip', 'layer-x86_64.zip']

(steady + moving).each { assert builds[0].contains("Packed $it: 2 packages") }

moving.each { assert builds[1].contains("Packed $it: 2 packages") }
steady.each {
    assert builds[1].contains("$it (unchanged)") : 'what is in the layer is the same'
    assert !builds[1].contains("Packed $it")
}

assert builds[2].contains('Nothing has changed since the last build')

assert !builds[3].contains('Nothing has changed') : 'a pattern is an input'
assert builds[3].contains('Reused the resolution') : 'but none of the resolution'
steady.each { assert builds[3].contains("Packed $it: 3 packages") }

assert builds[4].contains("layer 'steady' would be empty for python3.13 on arm64 and python3.13 on x86_64")
assert builds[4].contains('<layers> or -Dpython-lambda.layers')

def manifest = new JsonSlurper().parse(new File(output, 'manifest.json'))
assert manifest.layers*.path == moving + steady
manifest.layers.each { layer ->
    assert layer.packages*.name == (layer.name == 'layer' ? ['acme-orders'] : ['acme-core', 'figures', 'science'])
}
def template = new File(output, 'template.yaml').readLines()*.trim()
assert template.contains('ContentUri: layer-arm64.zip') && template.contains('ContentUri: steady-arm64.zip')
return true
