import io.github.pythonlambda.testing.TestWheel

TestWheel.of('in_layer', '1.0')
        .file('in_layer/handlers.py', 'def handler(event, context): pass')
        .writeTo(new File(basedir, 'src/layer').toPath())
return true
