import io.github.pythonlambda.testing.LocalIndex
import io.github.pythonlambda.testing.TestWheel

// An index, because wheels in a folder do not go through the store.
def big = new byte[3_000_000]
new Random(1).nextBytes(big)
def index = new LocalIndex().withMetadata().add(
        TestWheel.of('web', '1.0').requires('shared').file('web/big.bin', big),
        TestWheel.of('shared', '1.0').file('shared/big.bin', big))
context.put('index', index)
['one', 'two', 'three'].each { name ->
    new File(basedir, "$name/src/layer").mkdirs()
    new File(basedir, "$name/src/layer/requirements.txt").text = "--index-url ${index.url()}\nweb\n"
}
return true
