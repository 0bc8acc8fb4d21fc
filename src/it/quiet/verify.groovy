def output = new File(basedir, 'target/python-lambda')
assert output.list().toList().toSorted() == ['app.zip', 'layer-arm64.zip', 'manifest.json', 'report.json'] :
        'the goal runs by default in a phase before compile'

// The invoker's own lines about these scripts are in the log too.
def lines = new File(basedir, 'build.log').readLines()
        .collect { it.replaceAll(/\u001B\[[0-9;]*m/, '') } // Debian's mvn resets the colours
        .findAll { it && !it.contains('.groovy') }
assert lines == [] : 'mvn -q prints nothing'
return true
