import io.github.pythonlambda.testing.LocalIndex
import io.github.pythonlambda.testing.TestWheel

import java.time.Duration

// An index, because wheels in a folder do not go through the store.
def big = new byte[3_000_000]
// Other ones than in earlier runs, so that no store has these wheels yet.
new Random().nextBytes(big)
def index = new LocalIndex().withMetadata().pausingForFiles(Duration.ofMillis(300)).add(
        TestWheel.of('web', '1.0').requires('shared').file('web/big.bin', big),
        TestWheel.of('shared', '1.0').file('shared/big.bin', big))
context.put('index', index)
['one', 'two', 'three'].each { name ->
    new File(basedir, "$name/src/layer").mkdirs()
    new File(basedir, "$name/src/layer/requirements.txt").text = "--index-url ${index.url()}\nweb\n"
}
return true
