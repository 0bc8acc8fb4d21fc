import io.github.pythonlambda.testing.TestWheel

def folder = new File(basedir, 'wheels').toPath()
TestWheel.of('shared', '1.0').writeTo(folder)
TestWheel.of('shared', '2.0').writeTo(folder)
TestWheel.of('web', '1.0').requires('shared').writeTo(folder)
// Its bound counts for the layer base too, since one function has both layers.
TestWheel.of('tool', '1.0').requires('shared<2').requires('deep').writeTo(folder)
TestWheel.of('deep', '1.0').writeTo(folder)
return true
