import io.github.pythonlambda.testing.TestWheel

def folder = new File(basedir, 'src/layers/whl').toPath()
TestWheel.of('local_package1', '0.1.0').writeTo(folder)
TestWheel.of('local_package2', '0.2.0').tag('cp311-cp311-manylinux_2_28_x86_64').writeTo(folder)

// What an earlier build left.
def output = new File(basedir, 'target/python-lambda')
output.mkdirs()
new File(output, 'whl-arm64.zip').text = 'arm64 of an earlier build'
new File(output, 'whl-x86_64.zip').text = 'x86_64 of an earlier build'
return true
