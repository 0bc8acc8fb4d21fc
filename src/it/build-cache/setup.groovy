import io.github.pythonlambda.testing.LocalIndex
import io.github.pythonlambda.testing.LocalStorage
import io.github.pythonlambda.testing.TestWheel

// No store has these wheels yet.
def fresh = UUID.randomUUID().toString()
def index = new LocalIndex().withMetadata().add(
        TestWheel.of('web', '1.0').requires('shared').file('web/fresh.txt', fresh),
        TestWheel.of('shared', '1.0').file('shared/fresh.txt', fresh))
def remote = new LocalStorage()
context.put('index', index)
context.put('remote', remote)

def template = ['pom.xml', '.mvn', 'function', 'service'].collectMany { name ->
    def files = []
    new File(basedir, name).with { it.file ? files << it : it.eachFileRecurse(groovy.io.FileType.FILES) { file -> files << file } }
    return files
}
def checkOut = { String name ->
    template.each { from ->
        def to = new File(new File(basedir, name), basedir.toPath().relativize(from.toPath()).toString())
        to.parentFile.mkdirs()
        to.text = from.text.replace('INDEX', index.url()).replace('https://cache.example/maven', remote.url())
    }
    return new File(basedir, name)
}
checkOut('first')
checkOut('second/checked/out/elsewhere')
checkOut('third')
def changed = checkOut('changed')
new File(changed, 'function/src/app/main.py') << '\n'
new File(changed, 'service/src/layers/web/requirements.txt') << 'web\n'
return true
