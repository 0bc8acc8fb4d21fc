import io.github.pythonlambda.testing.LocalIndex
import io.github.pythonlambda.testing.TestWheel

// The team's own index asks for a login, even for its files; anybody may read the other ones. No store has these wheels yet.
def fresh = UUID.randomUUID().toString()
def own = new LocalIndex().withMetadata().withLogin('team', 's3cr3t-of-index').add(
        TestWheel.of('own-lib', '1.0').requires('shared-lib').file('own_lib/fresh.txt', fresh),
        TestWheel.of('shared-lib', '1.0').file('shared_lib/fresh.txt', fresh))
def other = new LocalIndex().add(TestWheel.of('own-lib', '0.9'), TestWheel.of('other-lib', '1.0'))
def third = new LocalIndex().add(TestWheel.of('third-lib', '1.0'))
TestWheel.of('from-folder', '1.0').writeTo(new File(basedir, 'wheels').toPath())
context.put('servers', [own, other, third])
def pom = new File(basedir, 'pom.xml')
pom.text = pom.text.replace('OUR_INDEX', own.url()).replace('OTHER_INDEX', other.url()).replace('THIRD_INDEX', third.url())
return true
