import io.github.pythonlambda.testing.TestWheel

TestWheel.of('web', '1.0').writeTo(new File(basedir, 'wheels').toPath())
return true
