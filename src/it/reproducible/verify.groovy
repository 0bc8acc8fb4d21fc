import java.util.zip.ZipFile

def first = new File(basedir, 'first/target/python-lambda')
def second = new File(basedir, 'second/as/checked-out/elsewhere/target/python-lambda')
def names = ['app.zip', 'layer-arm64.zip', 'manifest.json', 'report.json']
[first, second].each { assert it.list().toList().toSorted() == names }
names.each { name ->
    assert Arrays.equals(new File(first, name).bytes, new File(second, name).bytes) : "$name is the same byte for byte"
}
new ZipFile(new File(first, 'app.zip')).withCloseable { zip ->
    assert zip.entries().toList()*.timeLocal*.toString().unique() == ['2026-01-02T03:04:04'] :
            'all entries have the time of project.build.outputTimestamp, in UTC and as exactly as a zip can tell'
}
return true
