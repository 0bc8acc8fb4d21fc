import io.github.pythonlambda.testing.TestElf
import io.github.pythonlambda.testing.TestWheel

def indexed = new File(basedir, 'wheels').toPath()
def inLayer = new File(basedir, 'src/layer').toPath()
[aarch64: TestElf.AARCH64, x86_64: TestElf.X86_64].each { machine, elf ->
    def native_ = { name, folder ->
        TestWheel.of(name, '1.0')
                .tag("cp312-cp312-manylinux_2_17_$machine")
                .file("$name/_native.cpython-312-$machine-linux-gnu.so", TestElf.of(elf).bytes())
                .writeTo(folder)
    }
    native_('fast', indexed)
    // As cibuildwheel writes them: one for each architecture, side by side.
    native_('own', inLayer)
}
TestWheel.of('only-on-arm', '1.0').writeTo(indexed)
return true
