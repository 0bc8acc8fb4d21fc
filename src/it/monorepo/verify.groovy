import groovy.json.JsonSlurper
import java.util.zip.ZipFile

assert new File(basedir, 'builds.txt').readLines().size() == 2 :
        'the library is built once for both architectures, not again while it is unchanged, and again after a change'
def builds = new File(basedir, 'build.log').text.split('Scanning for projects').drop(1)
assert builds.size() == 3
assert builds[1].count('(unchanged)') == 4 : 'the second build changes no file'

def output = new File(basedir, 'target/python-lambda')
['arm64', 'x86_64'].each { architecture ->
    new ZipFile(new File(output, "layer-${architecture}.zip")).withCloseable { zip ->
        def module = zip.getEntry('python/shop_common/__init__.py')
        assert zip.getInputStream(module).text == 'PRICE = 2\n' : 'the layer has the newest state'
    }
}
def manifest = new JsonSlurper().parse(new File(output, 'manifest.json'))
assert manifest.layers*.packages*.wheel.flatten().unique() == ['shop_common-1.0-py3-none-any.whl']
assert new File(basedir, 'libs/common').list().toList().toSorted() == ['backend.py', 'pyproject.toml', 'shop_common'] :
        'a build leaves nothing in the sources'
return true
