import io.github.pythonlambda.testing.TestWheel

TestWheel.of('local_package1', '0.1.0').writeTo(new File(basedir, 'src/layers/whl').toPath())
return true
