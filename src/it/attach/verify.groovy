def installed = { name -> new File(localRepositoryPath, "com/example/attach/$name/1.0") }
def output = new File(basedir, 'function/target/python-lambda')

['app', 'layer-arm64'].each { classifier ->
    def zip = new File(installed('function'), "function-1.0-${classifier}.zip")
    assert zip.file : "the zip is installed with the classifier $classifier"
    assert Arrays.equals(zip.bytes, new File(output, "${classifier}.zip").bytes) : 'and is the one that was built'
}
assert new File(installed('function'), 'function-1.0.jar').file : "the module's own jar is none of the plugin's business"

assert new File(basedir, 'unattached/target/python-lambda/app.zip').file : '<attach>false</attach> builds all the same'
assert !installed('unattached').list().any { it.endsWith('.zip') } : 'and attaches nothing'

assert new File(installed('stack'), 'stack-1.0.jar').file : 'another module can depend on the zips'
return true
