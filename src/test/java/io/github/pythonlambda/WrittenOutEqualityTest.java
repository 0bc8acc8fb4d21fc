package io.github.pythonlambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.build.LayerFolders.LayerFolder;
import io.github.pythonlambda.elf.ElfImage.VersionNeed;
import io.github.pythonlambda.packaging.GlibcVersion;
import io.github.pythonlambda.packaging.PackagingSyntaxException;
import io.github.pythonlambda.packaging.ProjectName;
import io.github.pythonlambda.packaging.Tag;
import io.github.pythonlambda.packaging.WheelFileName;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.resolve.ResolvedWheel;
import io.github.pythonlambda.target.Architecture;
import io.github.pythonlambda.target.LambdaCatalog;
import io.github.pythonlambda.target.LambdaRuntime;
import io.github.pythonlambda.target.Target;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Records that do not leave it to the JVM how they are compared or hashed. */
class WrittenOutEqualityTest {

    private static LambdaRuntime runtime(String id) {
        try {
            return LambdaCatalog.load().target(id, "arm64", null).runtime();
        } catch (ProblemException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Target target(String runtime, Architecture architecture, String version) {
        return new Target(runtime(runtime), architecture, version);
    }

    private static LayerFolder folder(String name, String path) {
        return new LayerFolder(name, Path.of(path), true, Optional.empty(), Optional.empty(), List.of());
    }

    private static ResolvedWheel wheel(String content, String source) {
        try {
            return new ResolvedWheel(
                    WheelFileName.parse("a-1.0-py3-none-any.whl"),
                    Sha256.of(content.getBytes()),
                    URI.create(source),
                    Optional.empty(),
                    Optional.empty());
        } catch (PackagingSyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Arguments values(Supplier<Object> value, Object... others) {
        return Arguments.of(value, List.of(others));
    }

    static Stream<Arguments> records() {
        return Stream.of(
                values(() -> new ProjectName("A.b"), new ProjectName("a"), new ProjectName("b"), "a-b"),
                values(
                        () -> new Tag("CP313", "abi3", "any"),
                        new Tag("cp312", "abi3", "any"),
                        new Tag("cp313", "none", "any"),
                        new Tag("cp313", "abi3", "linux_x86_64"),
                        "cp313-abi3-any"),
                values(() -> new GlibcVersion(2, 34), new GlibcVersion(2, 35), new GlibcVersion(3, 34), "2.34"),
                values(
                        () -> Sha256.of(new byte[1]),
                        Sha256.of(new byte[2]),
                        Sha256.of(new byte[1]).hex()),
                values(
                        () -> target("python3.13", Architecture.ARM64, "3.13.1"),
                        target("python3.12", Architecture.ARM64, "3.13.1"),
                        target("python3.13", Architecture.X86_64, "3.13.1"),
                        target("python3.13", Architecture.ARM64, "3.13.2"),
                        "python3.13"),
                values(() -> folder("a", "x"), folder("b", "x"), folder("a", "y")),
                values(
                        () -> wheel("one", "https://index.example/a"),
                        wheel("two", "https://index.example/a"),
                        wheel("one", "https://index.example/b")),
                values(
                        () -> new VersionNeed("libc.so.6", "GLIBC_2.17", false),
                        new VersionNeed("libm.so.6", "GLIBC_2.17", false),
                        new VersionNeed("libc.so.6", "GLIBC_2.34", false),
                        new VersionNeed("libc.so.6", "GLIBC_2.17", true)));
    }

    @ParameterizedTest
    @MethodSource("records")
    void equalComponentsMakeEqualRecordsAndNothingElseDoes(Supplier<Object> value, List<Object> others) {
        assertThat(value.get()).isEqualTo(value.get()).hasSameHashCodeAs(value.get());
        assertThat(others).noneMatch(value.get()::equals);
        assertThat(others).noneMatch(other -> other.equals(value.get()));
    }
}
