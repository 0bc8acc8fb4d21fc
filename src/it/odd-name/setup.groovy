import io.github.pythonlambda.testing.TestWheel
import java.nio.file.Files

def project = new File(basedir, 'pröject with späces').toPath()
if (!Files.exists(project)) {
    Files.move(new File(basedir, 'template').toPath(), project)
}
Files.write(project.resolve('pom.xml'), new File(basedir, 'pom.xml').bytes)
Files.write(project.resolve('src/app/größe & mehr.txt'), 'x'.bytes)

TestWheel.of('local_one', '1.0').writeTo(project.resolve('src/layer/kept here'))
TestWheel.of('local_two', '1.0').writeTo(project.resolve('work'))
TestWheel.of('local_three', '1.0').writeTo(project.resolve('src/layer'))
TestWheel.of('other', '1.0').writeTo(project.resolve('more wheels'))
return true
