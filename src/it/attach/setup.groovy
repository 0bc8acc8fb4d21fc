import io.github.pythonlambda.testing.TestWheel

TestWheel.of('web', '1.0').writeTo(new File(basedir, 'wheels').toPath())

// What an earlier run installed.
new File(localRepositoryPath, 'com/example/attach').deleteDir()
return true
