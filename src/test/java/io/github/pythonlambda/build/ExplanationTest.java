package io.github.pythonlambda.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonlambda.testing.LocalIndex;
import io.github.pythonlambda.testing.TestWheel;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplanationTest {

    private static final String FITTING = "cp313-cp313-manylinux_2_17_x86_64";

    @TempDir
    Path folder;

    private LocalIndex index;
    private BuildProject project;

    @BeforeEach
    void start() throws Exception {
        index = new LocalIndex();
        index.add(
                TestWheel.of("web", "1.0").requires("middle"),
                TestWheel.of("middle", "1.0").requires("native<3"),
                TestWheel.of("native", "1.0").tag(FITTING),
                TestWheel.of("native", "2.0").tag("cp313-cp313-manylinux_2_35_x86_64"),
                TestWheel.of("native", "3.0").tag(FITTING));
        project = new BuildProject(folder, index).requirements("web", "web  # the app");
    }

    @AfterEach
    void stop() {
        index.close();
    }

    private List<String> explain(String name) throws Exception {
        project.explaining(name).resolve();
        return project.log().infos();
    }

    @Test
    void saysWhoWantsAPackageAndWhatThereWasToChooseFrom() throws Exception {
        String requirements = folder.resolve("src/layers/web/requirements.txt").toString();

        assertThat(explain("native"))
                .containsSequence(
                        "native 1.0 is in layer 'web' for python3.13 on x86_64",
                        "  wanted by middle <- web <- " + requirements + ", line 2: web",
                        "  wheel: native-1.0-" + FITTING + ".whl",
                        "  index: " + index.url(),
                        "  chosen for its tag " + FITTING + ", the best of this release's that fit",
                        "  releases:",
                        "    3.0  not allowed by the requirements",
                        "    2.0  needs glibc 2.35",
                        "    1.0  chosen; fits: native-1.0-" + FITTING + ".whl")
                .contains("  held back: native 1.0; 2.0 needs glibc 2.35");
    }

    @Test
    void saysWhichLineAsksForAPackage() throws Exception {
        assertThat(explain("web"))
                .contains("  asked for by " + folder.resolve("src/layers/web/requirements.txt") + ", line 2: web");
    }

    @Test
    void saysThatNobodyAsksForAPackage() throws Exception {
        assertThat(explain("other"))
                .contains("other is in no layer for python3.13 on x86_64: no requirement asks for it");
    }

    @Test
    void knowsFromALockWhoWantsAPackage() throws Exception {
        project.lock(null);

        assertThat(explain("native"))
                .anyMatch(line -> line.startsWith("  wanted by middle <- web <- "))
                .noneMatch(line -> line.contains("releases:"));
    }
}
