import io.github.pythonlambda.testing.TestWheel

TestWheel.of('demo', '1.0').writeTo(new File(basedir, 'src/layers/deps').toPath())

// What an earlier run installed.
new File(localRepositoryPath, 'com/example/several-functions').deleteDir()
return true
