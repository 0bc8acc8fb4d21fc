import java.util.zip.ZipFile

assert !new File(basedir, 'pom.xml').exists()
def output = new File(basedir, 'out')
assert output.directory : 'relative paths count from the folder where mvn runs'
assert output.list().toList().toSorted() == ['app.zip', 'layer-arm64.zip', 'layer-x86_64.zip', 'manifest.json', 'report.json']
new ZipFile(new File(output, 'app.zip')).withCloseable { zip ->
    assert zip.entries().toList()*.name == ['main.py'] : 'excludes are read from a -D property'
}
new ZipFile(new File(output, 'layer-arm64.zip')).withCloseable { zip ->
    assert zip.getEntry('python/web/__init__.py') : 'the requirements file is read'
}
assert !new File(basedir, 'target').exists() : 'nothing is written anywhere else'
return true
