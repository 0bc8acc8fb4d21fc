import io.github.pythonlambda.testing.TestWheel

def wheels = new File(basedir, 'wheels').toPath()
TestWheel.of('web', '1.0').requires('fast').requires('only-on-arm; platform_machine == "aarch64"').writeTo(wheels)
TestWheel.of('only-on-arm', '1.0').writeTo(wheels)
['aarch64', 'x86_64'].each { TestWheel.of('fast', '1.0').tag("cp313-cp313-manylinux_2_17_$it").writeTo(wheels) }
return true
