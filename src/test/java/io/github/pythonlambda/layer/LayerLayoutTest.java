package io.github.pythonlambda.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.pythonlambda.archive.ArchiveEntry;
import io.github.pythonlambda.packaging.PackagingSyntaxException;
import io.github.pythonlambda.packaging.WheelFileName;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.target.LambdaCatalog;
import io.github.pythonlambda.target.LambdaRuntime;
import io.github.pythonlambda.testing.TestWheel;
import io.github.pythonlambda.testing.TestZip;
import io.github.pythonlambda.wheel.Wheel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayerLayoutTest {

    @TempDir
    private Path folder;

    private final List<Wheel> open = new ArrayList<>();
    private LambdaRuntime runtime;

    @BeforeEach
    void chooseRuntime() throws ProblemException {
        runtime = LambdaCatalog.load().target("python3.13", "arm64", null).runtime();
    }

    @AfterEach
    void closeWheels() throws IOException {
        for (Wheel wheel : open) {
            wheel.close();
        }
    }

    private Wheel wheel(String fileName, byte[] bytes) throws IOException, ProblemException, PackagingSyntaxException {
        Wheel wheel = Wheel.open(Files.write(folder.resolve(fileName), bytes), WheelFileName.parse(fileName));
        open.add(wheel);
        return wheel;
    }

    private LayerLayout layout(TestWheel... wheels) throws IOException, ProblemException, PackagingSyntaxException {
        List<Wheel> opened = new ArrayList<>();
        for (TestWheel wheel : wheels) {
            opened.add(wheel(wheel.fileName(), wheel.bytes()));
        }
        return LayerLayout.of(opened, runtime);
    }

    private static ArchiveEntry entry(LayerLayout layout, String path) {
        return layout.files().get(path).entry();
    }

    private static String content(LayerLayout layout, String path) throws IOException {
        ArchiveEntry.Content content = entry(layout, path).content();
        byte[] bytes = content instanceof ArchiveEntry.Content.Copied copied
                ? copied.source().readAll()
                : ((ArchiveEntry.Content.Generated) content).bytes();
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void everySchemeHasItsPlaceUnderPython() throws Exception {
        LayerLayout layout = layout(TestWheel.of("Demo.Pkg", "1.0")
                .file("Demo.Pkg-1.0.data/purelib/pure.py", "")
                .file("Demo.Pkg-1.0.data/platlib/plat.so", "")
                .file("Demo.Pkg-1.0.data/scripts/tool", "")
                .file("Demo.Pkg-1.0.data/data/share/demo/x.txt", "")
                .file("Demo.Pkg-1.0.data/headers/sub/demo.h", ""));

        assertThat(layout.files())
                .containsOnlyKeys(
                        "python/Demo.Pkg/__init__.py",
                        "python/Demo.Pkg-1.0.dist-info/METADATA",
                        "python/Demo.Pkg-1.0.dist-info/WHEEL",
                        "python/Demo.Pkg-1.0.dist-info/RECORD",
                        "python/pure.py",
                        "python/plat.so",
                        "python/bin/tool",
                        "python/share/demo/x.txt",
                        "python/include/python/demo-pkg/sub/demo.h");
        assertThat(layout.clashes()).isEmpty();
        assertThat(layout.files().values())
                .extracting(LayerEntry::owner)
                .extracting(Object::toString)
                .containsOnly("demo-pkg");
    }

    @Test
    void entriesAreThoseOfTheZipSortedByPath() throws Exception {
        LayerLayout layout = layout(TestWheel.of("b", "1"), TestWheel.of("a", "1"));

        assertThat(layout.entries())
                .hasSize(8)
                .extracting(ArchiveEntry::path)
                .isSorted()
                .startsWith("python/a-1.dist-info/METADATA");
    }

    @Test
    void scriptsAreExecutableAndOtherFilesIfTheWheelSaysSo() throws Exception {
        byte[] bytes = new TestZip()
                .file("demo/plain.py", "")
                .executable("demo/helper", "")
                .file("demo-1.0.data/scripts/tool", "#!/bin/sh")
                .executable("demo-1.0.data/data/share/run", "")
                .executable("demo-1.0.data/headers/demo.h", "")
                .distInfo("demo", "1.0")
                .bytes();

        LayerLayout layout = LayerLayout.of(List.of(wheel("demo-1.0-py3-none-any.whl", bytes)), runtime);

        assertThat(layout.entries())
                .filteredOn(ArchiveEntry::executable)
                .extracting(ArchiveEntry::path)
                .containsExactly(
                        "python/bin/tool",
                        "python/demo/helper",
                        "python/include/python/demo/demo.h",
                        "python/share/run");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#!python\nprint(1)\n",
                "#!python\r\nprint(1)\n",
                "#!pythonw\nprint(1)\n",
                "#!python -O\nprint(1)\n"
            })
    void aScriptForAnyPythonGetsTheInterpreterOfTheRuntime(String script) throws Exception {
        LayerLayout layout = layout(TestWheel.of("demo", "1.0").file("demo-1.0.data/scripts/tool", script));

        assertThat(content(layout, "python/bin/tool")).isEqualTo("#!/var/lang/bin/python3.13\nprint(1)\n");
    }

    @Test
    void aScriptOfOneLineGetsTheInterpreterToo() throws Exception {
        LayerLayout layout = layout(TestWheel.of("demo", "1.0").file("demo-1.0.data/scripts/tool", "#!python"));

        assertThat(content(layout, "python/bin/tool")).isEqualTo("#!/var/lang/bin/python3.13");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#!/bin/sh\n#!python\n", "#!/usr/bin/env python\n", " #!python\n", "", "#!"})
    void otherScriptsAreCopiedAsTheyAre(String script) throws Exception {
        LayerLayout layout = layout(TestWheel.of("demo", "1.0").file("demo-1.0.data/scripts/tool", script));

        assertThat(entry(layout, "python/bin/tool").content()).isInstanceOf(ArchiveEntry.Content.Copied.class);
        assertThat(content(layout, "python/bin/tool")).isEqualTo(script);
    }

    @Test
    void theShebangOfAModuleIsLeftAlone() throws Exception {
        LayerLayout layout = layout(TestWheel.of("demo", "1.0").file("demo/cli.py", "#!python\n"));

        assertThat(content(layout, "python/demo/cli.py")).isEqualTo("#!python\n");
    }

    @Test
    void twoWheelsMayFillOnePathWithTheSameBytes() throws Exception {
        LayerLayout layout = layout(
                TestWheel.of("a", "1").file("shared/__init__.py", "same"),
                TestWheel.of("b", "1").file("shared/__init__.py", "same"));

        assertThat(layout.clashes()).isEmpty();
        assertThat(layout.files().get("python/shared/__init__.py").owner()).hasToString("a");
    }

    @Test
    void aPathWithDifferentBytesIsAClashWhateverTheirSizes() throws Exception {
        LayerLayout layout = layout(
                TestWheel.of("a", "1").file("shared/x.py", "one").file("shared/y.py", "one"),
                TestWheel.of("b", "1").file("shared/x.py", "two").file("shared/y.py", "three"));

        assertThat(layout.clashes())
                .extracting(
                        clash -> clash.first().owner().canonical(),
                        clash -> clash.second().owner().canonical(),
                        clash -> clash.second().entry().path())
                .containsExactly(tuple("a", "b", "python/shared/x.py"), tuple("a", "b", "python/shared/y.py"));
        assertThat(content(layout, "python/shared/x.py")).isEqualTo("one");
    }

    @Test
    void rewrittenScriptsAreComparedAsTheyWillBe() throws Exception {
        LayerLayout layout = layout(
                TestWheel.of("a", "1").file("a-1.data/scripts/tool", "#!python\n"),
                TestWheel.of("b", "1").file("b-1.data/scripts/tool", "#!/var/lang/bin/python3.13\n"),
                TestWheel.of("c", "1").file("c-1.data/scripts/tool", "#!/usr/bin/env python3.13\n"));

        assertThat(layout.clashes())
                .extracting(clash -> clash.second().owner().canonical())
                .containsExactly("c");
    }

    @Test
    void aFileWhereAnotherWheelHasAFolderIsAClash() throws Exception {
        LayerLayout layout = layout(
                TestWheel.of("first", "1.0").file("common", "a file"),
                TestWheel.of("second", "1.0").file("common/data.txt", "in a folder"));

        assertThat(layout.clashes())
                .extracting(
                        clash -> clash.first().entry().path(),
                        clash -> clash.second().entry().path())
                .containsExactly(tuple("python/common", "python/common/data.txt"));
    }

    @Test
    void aFileAndAFolderOfTwoLayersAreAClashOfBothTogetherAlone() throws Exception {
        LayerLayout one = layout(TestWheel.of("first", "1.0").file("common", "a file"));
        LayerLayout two = layout(
                TestWheel.of("second", "1.0").file("common/data.txt", "in a folder"),
                TestWheel.of("third", "1.0").file("own", ""),
                TestWheel.of("zeroth", "1.0").file("own/x", ""));

        assertThat(LayerLayout.clashesBetween(List.of(one, two)))
                .allMatch(LayerLayout.Clash::isFileAndFolder)
                .extracting(clash -> clash.first().entry().path())
                .containsExactly("python/common");
        assertThat(two.clashes())
                .extracting(clash -> clash.first().entry().path())
                .containsExactly("python/own");
    }

    @Test
    void partsOfANamespacePackageMayDeclareItInDifferentWords() throws Exception {
        String one = "__path__ = __import__('pkgutil').extend_path(__path__, __name__)\n";
        String two = "# Copyright\n__import__('pkg_resources').declare_namespace(__name__)\n";

        assertThat(layout(
                                TestWheel.of("a", "1").file("google/__init__.py", one),
                                TestWheel.of("b", "1").file("google/__init__.py", two))
                        .clashes())
                .isEmpty();
        assertThat(layout(
                                TestWheel.of("c", "1").file("google/__init__.py", one),
                                TestWheel.of("d", "1").file("google/__init__.py", two + "VERSION = 1\n"))
                        .clashes())
                .hasSize(1);
    }
}
