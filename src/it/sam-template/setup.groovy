import io.github.pythonlambda.testing.TestWheel

TestWheel.of('uvicorn', '1.0').writeTo(new File(basedir, 'src/layer').toPath())
return true
