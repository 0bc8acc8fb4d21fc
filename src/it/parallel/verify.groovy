import java.util.zip.ZipFile

def index = context.get('index')
index.close()
assert index.wheelRequests().toSorted() == ['shared-1.0-py3-none-any.whl', 'web-1.0-py3-none-any.whl'] :
        'one module fetches a wheel, and the others wait for it'
def outputs = ['one', 'two', 'three'].collectEntries { [it, new File(basedir, "$it/target/python-lambda")] }
outputs.each { name, output ->
    assert output.list().toList().toSorted() == ['app.zip', 'layer-arm64.zip', 'manifest.json', 'report.json'] : "$name is built"
    new ZipFile(new File(output, 'app.zip')).withCloseable { zip ->
        assert zip.getInputStream(zip.getEntry('main.py')).text.contains("\"$name\"") : 'no module has the app of another'
    }
}
assert outputs.values().collect { new File(it, 'layer-arm64.zip').bytes.toList() }.unique().size() == 1 :
        'the same requirements make the same layer'

def files = []
new File(localRepositoryPath, '.cache/python-lambda/wheels').eachFileRecurse(groovy.io.FileType.FILES) { files << it.name }
['web-1.0-py3-none-any.whl', 'shared-1.0-py3-none-any.whl'].each { wheel ->
    assert files.contains(wheel) : "$wheel is kept"
}
assert files.every { it.endsWith('.whl') } : 'no half-written file is left'

def builds = new File(basedir, 'build.log').text.split('Scanning for projects').drop(1)
assert builds.size() == 2
assert !builds[0].contains('@threadSafe') : 'Maven knows the goals to be safe'
assert builds[1].count('no wheel fetched') == 3 : 'offline, all comes from the store'
assert builds[1].count('(unchanged)') == 12 : 'and the files stay as they are'
return true
