package io.github.pythonlambda.pip;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonlambda.index.IndexSettings;
import io.github.pythonlambda.python.CommandRunner;
import io.github.pythonlambda.python.Interpreter;
import io.github.pythonlambda.resolve.LayerSource;
import io.github.pythonlambda.resolve.Resolution;
import io.github.pythonlambda.resolve.ResolveOptions;
import io.github.pythonlambda.resolve.ResolveRequest;
import io.github.pythonlambda.resolve.ResolvedWheel;
import io.github.pythonlambda.resolve.SdistPolicy;
import io.github.pythonlambda.store.WheelStore;
import io.github.pythonlambda.testing.OnEachPython;
import io.github.pythonlambda.wheel.Wheel;
import io.github.pythonlambda.wheel.WheelInspection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/**
 * Folders with the build backends that projects use are built by the embedded interpreters, whose library is trimmed.
 * This test takes the backends from the index that pip uses on this machine, so it needs the network.
 */
class BackendsTest {

    private static final String BACKEND = "[build-system]\nrequires = [\"%s\"]\nbuild-backend = \"%s\"\n";
    private static final String PROJECT = "[project]\nname = \"%s\"\nversion = \"1.0\"\ndescription = \"x\"\n";

    @TempDir
    Path folder;

    private void project(String name, String file, String content) throws IOException {
        Path module = Files.createDirectories(folder.resolve(name).resolve(name.replace('-', '_')));
        Files.writeString(module.resolve("__init__.py"), "NAME = '" + name + "'\n");
        Files.writeString(folder.resolve(name).resolve(file), content);
    }

    @OnEachPython
    void ofWideUse(Interpreter interpreter) throws Exception {
        project(
                "of-setuptools",
                "pyproject.toml",
                BACKEND.formatted("setuptools>=61", "setuptools.build_meta") + PROJECT.formatted("of-setuptools"));
        project(
                "of-hatchling",
                "pyproject.toml",
                BACKEND.formatted("hatchling", "hatchling.build") + PROJECT.formatted("of-hatchling"));
        project(
                "of-flit",
                "pyproject.toml",
                BACKEND.formatted("flit_core>=3.4", "flit_core.buildapi") + PROJECT.formatted("of-flit"));
        project("of-poetry", "pyproject.toml", BACKEND.formatted("poetry-core", "poetry.core.masonry.api") + """
                [tool.poetry]
                name = "of-poetry"
                version = "1.0"
                description = "x"
                authors = ["A <a@mail.example>"]
                [tool.poetry.dependencies]
                python = ">=3.8"
                of-flit = {path = "../of-flit"}
                """);
        project(
                "of-setup-py",
                "setup.py",
                "from setuptools import setup\nsetup(name='of-setup-py', version='1.0', packages=['of_setup_py'])\n");
        // What is left of an earlier build must not get into a new one.
        Path stale = Files.createDirectories(folder.resolve("of-setuptools/build/lib/of_setuptools"));
        Files.writeString(stale.resolve("removed.py"), "");
        Path requirements = Files.writeString(
                folder.resolve("requirements.txt"), "./of-setuptools\n./of-hatchling\n-e ./of-poetry\n./of-setup-py\n");
        List<String> before = files();

        Resolution resolution = new PipResolver(
                        new PipStarter(
                                interpreter,
                                PipProgram.load(),
                                new CommandRunner(),
                                new WheelStore(folder.resolve("cache/wheels"))),
                        new Silence())
                .resolve(
                        new ResolveRequest(
                                PipProject.target("python3.11", "arm64"),
                                List.of(new LayerSource("layer", Optional.of(requirements), List.of())),
                                folder,
                                new ResolveOptions(
                                        false,
                                        IndexSettings.NONE,
                                        Optional.empty(),
                                        SdistPolicy.parse("pure"),
                                        Optional.empty()),
                                List.of(),
                                Map.of()),
                        PipResolver.Fetching.METADATA);

        assertThat(PipProject.projects(resolution.all()))
                .containsExactly("of-flit", "of-hatchling", "of-poetry", "of-setup-py", "of-setuptools");
        for (ResolvedWheel wheel : resolution.all()) {
            String module = wheel.name().canonical().replace('-', '_') + "/__init__.py";
            try (Wheel opened = Wheel.open(Path.of(wheel.source()), wheel.file())) {
                assertThat(WheelInspection.of(opened).hasDamage()).isFalse();
                assertThat(opened.entries())
                        .extracting(entry -> entry.path())
                        .contains(module)
                        .doesNotContain("of_setuptools/removed.py");
            }
        }
        assertThat(files()).isEqualTo(before);
    }

    /** What is in the projects, which a build leaves as they are. */
    private List<String> files() throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(path -> !path.startsWith(folder.resolve("cache")))
                    .map(Path::toString)
                    .sorted()
                    .toList();
        }
    }

    private static final class Silence implements PipResolver.Listener {
        @Override
        public void fetched(String fileName, long bytes) {}

        @Override
        public void warning(String text) {}

        @Override
        public void progress(String text) {}

        @Override
        public void detail(String text) {}
    }
}
