import io.github.pythonlambda.testing.TestWheel

def folder = new File(basedir, 'wheels').toPath()
['1.0', '2.0'].each { TestWheel.of('acme-orders', it).requires('acme-core').requires('science').writeTo(folder) }
TestWheel.of('acme-core', '1.0').writeTo(folder)
TestWheel.of('science', '1.0').requires('figures').writeTo(folder)
TestWheel.of('figures', '1.0').writeTo(folder)
return true
