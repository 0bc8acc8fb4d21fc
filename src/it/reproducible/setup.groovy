import io.github.pythonlambda.testing.TestWheel

// The template is copied as two people's checkouts would differ: in times, modes and the order of creation.
def copy = { String name, boolean reverse, boolean executable, long time ->
    def project = new File(basedir, name)
    def template = new File(basedir, 'template')
    def files = []
    template.eachFileRecurse(groovy.io.FileType.FILES) { files << it }
    files.sort { it.path }
    (reverse ? files.reverse() : files).each { from ->
        def to = new File(project, template.toPath().relativize(from.toPath()).toString())
        to.parentFile.mkdirs()
        to.bytes = from.bytes
        to.setExecutable(executable, false)
        to.setReadable(executable, false)
        to.setReadable(true, true)
        to.lastModified = time
    }
    new File(project, 'pom.xml').bytes = new File(basedir, 'pom.xml').bytes
    def wheels = new File(project, 'wheels').toPath()
    TestWheel.of('web', '1.0').requires('Native_Part').file('web/Info.txt', 'x').writeTo(wheels)
    TestWheel.of('Native_Part', '1.0').tag('cp313-cp313-manylinux_2_17_aarch64').writeTo(wheels)
}
copy('first', false, true, 1_000_000_000_000L)
copy('second/as/checked-out/elsewhere', true, false, 1_700_000_000_000L)
return true
