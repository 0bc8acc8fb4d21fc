import io.github.pythonlambda.testing.TestWheel

def folder = new File(basedir, 'wheels').toPath()
TestWheel.of('demo', '1.0').writeTo(folder)
TestWheel.of('log-helpers', '1.0').file('logging/__init__.py', '').writeTo(folder)
return true
