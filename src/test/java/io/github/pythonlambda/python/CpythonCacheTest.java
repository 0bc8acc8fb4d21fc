package io.github.pythonlambda.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CpythonCacheTest {

    private static final CpythonRelease RELEASE = new CpythonRelease("3.14.3", "3.14.3-1.5.13", "linux-x86_64");

    @TempDir
    Path folder;

    private Path cacheFolder;
    private Path jar;

    @BeforeEach
    void makeJar() throws Exception {
        cacheFolder = folder.resolve("cpython");
        jar = folder.resolve("cpython.jar");
        String prefix = "org/bytedeco/cpython/linux-x86_64/";
        write(
                "META-INF/MANIFEST.MF",
                prefix,
                prefix + "python3.14",
                prefix + "libpython3.14.so.1.0",
                prefix + "libjnipython.so",
                prefix + "bin/python3.14",
                prefix + "include/python3.14/Python.h",
                prefix + "lib/python3.14/os.py",
                prefix + "lib/python3.14/ensurepip/__init__.py",
                prefix + "lib/python3.14/ensurepip/_bundled/pip.whl",
                prefix + "lib/python3.14/lib-dynload/_ssl.so",
                prefix + "lib/python3.14/lib-dynload/_testcapi.so",
                prefix + "lib/python3.14/test/test_os.py",
                prefix + "lib/python3.14/tkinter/__init__.py",
                prefix + "lib/python3.14/site-packages/pip/__init__.py",
                prefix + "lib/python3.14/site-packages/pip/test/kept.py",
                "org/bytedeco/cpython/windows-x86_64/python.exe");
    }

    private void write(String... entries) throws Exception {
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.closeEntry();
            }
        }
    }

    private CpythonCache cache() {
        return new CpythonCache(cacheFolder);
    }

    private List<String> children() throws Exception {
        try (Stream<Path> children = Files.list(cacheFolder)) {
            return children.map(child -> child.getFileName().toString()).toList();
        }
    }

    @Test
    void unpacksWhatRunsPipAndNothingElse() throws Exception {
        Path executable = cache().executable(RELEASE, release -> jar);

        assertThat(executable).isExecutable();
        Path home = executable.getParent();
        try (Stream<Path> tree = Files.walk(home)) {
            assertThat(tree.filter(Files::isRegularFile)
                            .map(file -> home.relativize(file).toString().replace('\\', '/')))
                    .containsExactlyInAnyOrder(
                            "python3.14",
                            "libpython3.14.so.1.0",
                            "lib/python3.14/os.py",
                            "lib/python3.14/ensurepip/__init__.py",
                            "lib/python3.14/lib-dynload/_ssl.so",
                            "lib/python3.14/site-packages/pip/__init__.py",
                            "lib/python3.14/site-packages/pip/test/kept.py");
        }
    }

    @Test
    void anAppGetsTheStandardLibraryAndNoPackages() throws Exception {
        Path forPip = cache().executable(RELEASE, release -> jar);
        Path home = cache().executable(RELEASE, CpythonCache.Tree.FOR_APPS, release -> jar)
                .getParent();

        assertThat(home).isNotEqualTo(forPip.getParent());
        try (Stream<Path> tree = Files.walk(home)) {
            assertThat(tree.filter(Files::isRegularFile)
                            .map(file -> home.relativize(file).toString().replace('\\', '/')))
                    .containsExactlyInAnyOrder(
                            "python3.14",
                            "libpython3.14.so.1.0",
                            "lib/python3.14/os.py",
                            "lib/python3.14/ensurepip/__init__.py",
                            "lib/python3.14/lib-dynload/_ssl.so",
                            "lib/python3.14/tkinter/__init__.py");
        }
    }

    @Test
    void asksForTheJarOnlyOnce() throws Exception {
        Path executable = cache().executable(RELEASE, release -> jar);

        assertThat(cache().executable(RELEASE, release -> {
                    throw new AssertionError("the jar is not needed any more");
                }))
                .isEqualTo(executable);
    }

    @Test
    void handsOnWhyThereIsNoJar() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> cache().executable(RELEASE, release -> {
                    throw new ProblemException(Problem.of("no network"));
                }))
                .withMessage("no network");
        assertThat(cacheFolder).doesNotExist();
    }

    @Test
    void buildsThatUnpackAtTheSameMomentAllGetAWholeOne() throws Exception {
        int builds = 6;
        CyclicBarrier start = new CyclicBarrier(builds);
        ExecutorService threads = Executors.newFixedThreadPool(builds);
        try {
            List<Future<Path>> executables = new ArrayList<>();
            for (int i = 0; i < builds; i++) {
                executables.add(threads.submit(() -> cache().executable(RELEASE, release -> {
                    try {
                        start.await();
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                    return jar;
                })));
            }
            for (Future<Path> executable : executables) {
                assertThat(executable.get()).isExecutable();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(children()).containsExactly("3.14.3-1.5.13-linux-x86_64-1");
    }

    @Test
    void whatAKilledBuildLeftIsNotTakenForAWholeOneAndRemovedADayLater() throws Exception {
        Path old = Files.createDirectories(cacheFolder.resolve(".unfinished-1"));
        Files.writeString(old.resolve("python3.14"), "half");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        Path young = Files.createDirectories(cacheFolder.resolve(".unfinished-2"));

        Path executable = cache().executable(RELEASE, release -> jar);

        assertThat(executable.getParent()).hasFileName("3.14.3-1.5.13-linux-x86_64-1");
        assertThat(old).doesNotExist();
        assertThat(young).exists();
    }

    @Test
    void aFolderWithoutItsExecutableIsToldByName() throws Exception {
        Path home = Files.createDirectories(cacheFolder.resolve("3.14.3-1.5.13-linux-x86_64-1"));
        Files.writeString(home.resolve("rest"), "rest");

        assertThatIOException()
                .isThrownBy(() -> cache().executable(RELEASE, release -> jar))
                .withMessageStartingWith("cannot unpack " + RELEASE + " to " + home)
                .withMessageContaining("the folder is there and has no interpreter; remove it");
    }

    @Test
    void refusesAJarWhoseEntriesLeaveTheFolder() throws Exception {
        write("org/bytedeco/cpython/linux-x86_64/../../../../../outside");

        assertThatIOException()
                .isThrownBy(() -> cache().executable(RELEASE, release -> jar))
                .withMessageContaining("leaves its folder");
        assertThat(children()).isEmpty();
    }

    @Test
    void nothingIsLeftOfAJarThatIsDamaged() throws Exception {
        Files.writeString(jar, "no zip");

        assertThatIOException().isThrownBy(() -> cache().executable(RELEASE, release -> jar));
        assertThat(children()).isEmpty();
    }
}
