package io.github.pythonlambda.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pythonlambda.archive.ArchiveEntry;
import io.github.pythonlambda.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AppLayoutTest {

    private static final Handler RUN_SH = new Handler.Program("run.sh");

    @TempDir
    private Path root;

    private Path folder() {
        return root.resolve("app");
    }

    private Path write(String path, String content) throws IOException {
        Path file = folder().resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private void writeEmpty(String... paths) throws IOException {
        for (String path : paths) {
            write(path, "");
        }
    }

    private AppLayout layout() throws IOException, ProblemException {
        return AppLayout.of(folder(), RUN_SH, List.of(), List.of());
    }

    private List<String> paths(List<String> includes, List<String> excludes) throws IOException, ProblemException {
        return AppLayout.of(folder(), RUN_SH, includes, excludes).entries().stream()
                .map(ArchiveEntry::path)
                .toList();
    }

    @Test
    void allFilesAreListedSortedByPath() throws Exception {
        writeEmpty("main.py", "static/css/a.css", "README.md", ".env", "vendor/x.so");

        assertThat(paths(List.of(), List.of()))
                .containsExactly(".env", "README.md", "main.py", "static/css/a.css", "vendor/x.so");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "__pycache__/main.cpython-313.pyc",
                "sub/__pycache__/x.txt",
                "old.pyc",
                ".venv/lib/x.py",
                "venv/bin/python",
                ".mypy_cache/x",
                ".pytest_cache/v/x",
                ".ruff_cache/x",
                ".tox/x",
                ".nox/x",
                ".ipynb_checkpoints/x",
                ".coverage",
                "demo.egg-info/PKG-INFO",
                ".idea/x.xml",
                ".vscode/x.json",
                ".aws-sam/build/x",
                "cdk.out/x",
                "Thumbs.db",
                ".git/HEAD",
                "sub/.DS_Store",
                "main.py~"
            })
    void whatToolsLeaveBehindIsNotPackaged(String junk) throws Exception {
        writeEmpty("main.py", junk);

        assertThat(paths(List.of(), List.of())).containsExactly("main.py");
    }

    static Stream<Arguments> patterns() {
        return Stream.of(
                Arguments.of(List.of("**/*.py"), List.of(), List.of("a.py", "docs/sub/c.py", "lib/d.py")),
                Arguments.of(List.of("*.py"), List.of(), List.of("a.py")),
                Arguments.of(List.of("docs/"), List.of(), List.of("docs/b.md", "docs/sub/c.py")),
                Arguments.of(List.of("docs\\**"), List.of(), List.of("docs/b.md", "docs/sub/c.py")),
                Arguments.of(List.of("a.py", "lib/**"), List.of(), List.of("a.py", "lib/d.py", "lib/x")),
                Arguments.of(List.of(), List.of("docs/**"), List.of("a.py", "lib/d.py", "lib/x")),
                Arguments.of(List.of(), List.of("docs/"), List.of("a.py", "lib/d.py", "lib/x")),
                Arguments.of(List.of("**/*.py"), List.of("lib/**"), List.of("a.py", "docs/sub/c.py")),
                // These leave out files, not the folders that the files are in.
                Arguments.of(List.of(), List.of("docs/*"), List.of("a.py", "docs/sub/c.py", "lib/d.py", "lib/x")),
                Arguments.of(List.of(), List.of("**/x"), List.of("a.py", "docs/b.md", "docs/sub/c.py", "lib/d.py")),
                Arguments.of(List.of(), List.of("**/?"), List.of("a.py", "docs/b.md", "docs/sub/c.py", "lib/d.py")),
                Arguments.of(List.of(), List.of(" a.py "), List.of("docs/b.md", "docs/sub/c.py", "lib/d.py", "lib/x")));
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void includesAndExcludesAreInMavensSyntax(List<String> includes, List<String> excludes, List<String> expected)
            throws Exception {
        writeEmpty("a.py", "docs/b.md", "docs/sub/c.py", "lib/d.py", "lib/x");

        assertThat(paths(includes, excludes)).isEqualTo(expected);
    }

    @Test
    void includesDoNotBringJunkBack() throws Exception {
        writeEmpty("main.py", ".venv/lib/x.py");

        assertThat(paths(List.of("**/*.py"), List.of())).containsExactly("main.py");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void linksToFilesAndFoldersAreFollowed() throws Exception {
        write("main.py", "x = 1");
        Path shared = Files.createDirectories(root.resolve("shared"));
        Files.writeString(shared.resolve("common.py"), "y = 2");
        Files.createSymbolicLink(folder().resolve("shared"), shared);
        Files.createSymbolicLink(folder().resolve("alias.py"), folder().resolve("main.py"));

        AppLayout layout = layout();

        assertThat(layout.entries())
                .extracting(ArchiveEntry::path)
                .containsExactly("alias.py", "main.py", "shared/common.py");
        assertThat(layout.entries()).extracting(ArchiveEntry::size).containsExactly(5L, 5L, 5L);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void linksThatLeadNowhereOrInCirclesAreAllTold() throws Exception {
        writeEmpty("main.py", "sub/x.py");
        Path broken = Files.createSymbolicLink(folder().resolve("broken"), root.resolve("none"));
        Path loop = Files.createSymbolicLink(folder().resolve("sub/loop"), folder());

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(this::layout)
                .satisfies(e -> {
                    assertThat(e.problems()).hasSize(1);
                    assertThat(e.problems().get(0).where().split(", "))
                            .containsExactlyInAnyOrder(broken.toString(), loop.toString());
                    assertThat(e.problems().get(0).at("HERE").text()).isEqualToNormalizingNewlines("""
                            the app's folder has something in it that cannot be packaged
                              where:    HERE
                              expected: files and folders, or links to them
                              found:    a link that leads nowhere or back to a folder that it is in, or a device
                              to do:    remove it, or leave it out by <excludes> or -Dpython-lambda.excludes""");
                });
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void badLinksCanBeExcludedAsTheMessageSays() throws Exception {
        writeEmpty("main.py", "sub/x.py");
        Files.createSymbolicLink(folder().resolve("broken"), root.resolve("none"));
        Files.createSymbolicLink(folder().resolve("sub/loop"), folder());

        assertThat(paths(List.of(), List.of("broken", "sub/loop"))).containsExactly("main.py", "sub/x.py");
        assertThat(paths(List.of(), List.of("broken", "**/loop/**"))).containsExactly("main.py", "sub/x.py");
    }

    @Test
    void whatStartsLikeAProgramIsExecutable() throws Exception {
        write("tool", "#!/usr/bin/env python\n");
        write("main.py", "print('#!')\n");
        write("almost", "#");
        write("empty", "");
        Files.write(folder().resolve("binary"), new byte[] {0x7F, 'E', 'L', 'F', 2, 1});
        Files.write(folder().resolve("half"), new byte[] {0x7F, 'E', 'L'});

        assertThat(layout().entries())
                .filteredOn(ArchiveEntry::executable)
                .extracting(ArchiveEntry::path)
                .containsExactly("binary", "tool");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void modesOfTheFileSystemDoNotCount() throws Exception {
        Files.setPosixFilePermissions(write("main.py", "x = 1"), PosixFilePermissions.fromString("rwxrwxrwx"));
        Files.setPosixFilePermissions(write("tool", "#!/bin/sh"), PosixFilePermissions.fromString("rw-------"));

        assertThat(layout().entries()).extracting(ArchiveEntry::executable).containsExactly(false, true);
    }

    @Test
    void theHandlersProgramIsExecutableAndInTheFormThatLinuxStarts() throws Exception {
        write("run.sh", "\uFEFF#!/bin/bash\r\nexec x\r\n");

        ArchiveEntry script = layout().find("run.sh").orElseThrow();

        assertThat(script.executable()).isTrue();
        assertThat(((ArchiveEntry.Content.Generated) script.content()).bytes())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("#!/bin/bash\nexec x\n");
    }

    @Test
    void noOtherFileIsChanged() throws Exception {
        write("sub/run.sh", "#!/bin/bash\r\n");
        write("other.sh", "echo\r\n");

        assertThat(layout().entries())
                .extracting(ArchiveEntry::content)
                .hasOnlyElementsOfType(ArchiveEntry.Content.OnDisk.class);
        assertThat(layout().entries()).extracting(ArchiveEntry::size).containsExactly(6L, 13L);
    }

    @Test
    void aFunctionHasNoProgramToNormalise() throws Exception {
        write("run.sh", "echo\r\n");
        Handler function = Handler.parse("main.handler");

        assertThat(AppLayout.of(folder(), function, List.of(), List.of()).find("run.sh"))
                .hasValueSatisfying(entry -> {
                    assertThat(entry.executable()).isFalse();
                    assertThat(entry.size()).isEqualTo(6);
                });
    }

    @Test
    void aMissingFolderIsToldWithWhatBelongsInIt() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(this::layout)
                .extracting(Throwable::getMessage)
                .asString()
                .isEqualToNormalizingNewlines("""
                        the app's folder does not exist
                          where:    %s
                          expected: a folder with the app's Python files and its run.sh
                          to do:    create it, or name another one by <appDirectory> or -Dpython-lambda.appDirectory; for layers alone, use the goal python-lambda:layer""".formatted(folder()));
    }

    @Test
    void aFolderWithNothingToPackageIsTold() throws IOException {
        writeEmpty("__pycache__/x.pyc");

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(this::layout)
                .extracting(Throwable::getMessage)
                .asString()
                .isEqualToNormalizingNewlines("""
                        the app's folder has no file to package
                          where:    %s
                          to do:    put the app's files there, or correct <includes> and <excludes>""".formatted(folder()));
    }
}
