package io.github.pythonlambda.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.packaging.ProjectName;
import io.github.pythonlambda.packaging.SdistFileName;
import io.github.pythonlambda.packaging.Version;
import io.github.pythonlambda.packaging.WheelFileName;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.pylock.LockChoice;
import io.github.pythonlambda.pylock.PylockWriter;
import io.github.pythonlambda.resolve.DependencyGraph;
import io.github.pythonlambda.resolve.HeldBack;
import io.github.pythonlambda.resolve.Resolution;
import io.github.pythonlambda.resolve.ResolvedWheel;
import io.github.pythonlambda.resolve.SourceTree;
import io.github.pythonlambda.sharing.Uses;
import io.github.pythonlambda.target.LambdaCatalog;
import io.github.pythonlambda.target.Target;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is locked comes back from the lock. */
class LockRoundTripTest {

    private static final Sha256 DIGEST = new Sha256("0".repeat(64));
    private static final URI INDEX = URI.create("https://index.example/simple");
    private static final LockInputs INPUTS = new LockInputs(
            "python3.13",
            List.of("x86_64", "arm64"),
            List.of(new LockInputs.Layer("web", List.of("demo[x]>=1"), List.of(), List.of(), List.of())));

    @TempDir
    Path folder;

    private static Target target(String architecture) throws Exception {
        return LambdaCatalog.load().target("python3.13", architecture, null);
    }

    private static ResolvedWheel wheel(String file) throws Exception {
        return new ResolvedWheel(
                WheelFileName.parse(file),
                DIGEST,
                URI.create("https://files.example/" + file),
                Optional.of(INDEX),
                Optional.empty());
    }

    private ResolvedWheel built(String file, SourceTree tree) throws Exception {
        return new ResolvedWheel(
                WheelFileName.parse(file),
                DIGEST,
                folder.resolve("built").resolve(file).toUri(),
                Optional.empty(),
                Optional.of(tree));
    }

    private static ResolvedFor resolved(String architecture, ResolvedWheel... wheels) throws Exception {
        return new ResolvedFor(
                target(architecture),
                new Resolution(
                        Map.of("web", List.of(wheels)),
                        Map.of("web", List.of("demo[x]")),
                        new DependencyGraph(Map.of("demo[x]", List.of("demo", "extra"), "demo", List.of("base"))),
                        List.of(),
                        Optional.empty()));
    }

    private LockReader written(ResolvedFor... resolutions) throws Exception {
        String text = PylockWriter.write(new LockWriter(folder, wheel -> 7L).lock(INPUTS, List.of(resolutions)));
        return LockReader.of(Files.writeString(folder.resolve("pylock.toml"), text));
    }

    private static List<ResolvedWheel> wheels(LockedSet set) {
        return set.packages().stream()
                .map(LockedSet.LockedWheel.class::cast)
                .map(LockedSet.LockedWheel::wheel)
                .toList();
    }

    @Test
    void eachArchitectureGetsItsOwnWheelAndVersion() throws Exception {
        ResolvedWheel pure = wheel("demo-1.0-py3-none-any.whl");
        ResolvedWheel arm = wheel("fast-1.0-cp313-cp313-manylinux_2_17_aarch64.whl");
        ResolvedWheel intel = wheel("fast-1.1-cp313-cp313-manylinux_2_17_x86_64.whl");
        ResolvedWheel onlyArm = wheel("small-1.0-py3-none-any.whl");

        LockReader lock = written(resolved("arm64", pure, arm, onlyArm), resolved("x86_64", pure, intel));

        assertThat(wheels(lock.select(target("arm64"), LockChoice.DEFAULT))).containsExactly(pure, arm, onlyArm);
        assertThat(wheels(lock.select(target("x86_64"), LockChoice.DEFAULT))).containsExactly(pure, intel);
        assertThat(lock.inputs()).contains(INPUTS);
        assertThat(lock.pins(target("x86_64")))
                .containsEntry(new ProjectName("fast"), Version.parse("1.1"))
                .containsEntry(new ProjectName("small"), Version.parse("1.0"));
    }

    @Test
    void whatDependsOnWhatIsKept() throws Exception {
        LockReader lock = written(resolved("arm64", wheel("demo-1.0-py3-none-any.whl")));

        assertThat(lock.select(target("arm64"), LockChoice.DEFAULT).graph().dependents(new ProjectName("extra")))
                .containsExactly(new ProjectName("demo"));
    }

    @Test
    void whatWasBuiltIsLockedAsItsSource() throws Exception {
        SourceTree sdist = new SourceTree.Sdist(
                SdistFileName.parse("old-1.0.tar.gz"), URI.create("https://files.example/old-1.0.tar.gz"), DIGEST);
        SourceTree archive =
                new SourceTree.Archive(URI.create("https://files.example/main.zip"), DIGEST, Optional.of("python"));
        SourceTree directory = new SourceTree.Directory(folder.resolve("libs/common"), true);
        SourceTree repository = new SourceTree.Vcs(
                "git", "https://git.example/repo.git", Optional.of("main"), "a".repeat(40), Optional.empty());

        LockReader lock = written(resolved(
                "arm64",
                built("archived-1.0-py3-none-any.whl", archive),
                built("common-1.0-py3-none-any.whl", directory),
                built("old-1.0-py3-none-any.whl", sdist),
                built("repo-1.0-py3-none-any.whl", repository)));

        assertThat(lock.select(target("arm64"), LockChoice.DEFAULT).packages())
                .map(locked -> ((LockedSet.LockedTree) locked).tree())
                .containsExactly(archive, directory, sdist, repository);
        assertThat(Files.readString(folder.resolve("pylock.toml")))
                .contains("path = \"libs/common\"")
                .doesNotContain(folder.toString());
    }

    @Test
    void aLockIsNotForAnArchitectureThatItWasNotMadeFor() throws Exception {
        LockReader lock = written(resolved("arm64", wheel("demo-1.0-py3-none-any.whl")));

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> lock.select(target("x86_64"), LockChoice.DEFAULT))
                .withMessageContaining("the lock file is not for this environment");
    }

    @Test
    void aKeptAnswerKnowsWhatIsHeldBack() throws Exception {
        HeldBack held = new HeldBack(
                new ProjectName("demo"),
                Version.parse("1.0"),
                Version.parse("2.0"),
                "needs glibc 2.27",
                Optional.of("python3.13"));
        ResolvedFor resolved = resolved("arm64", wheel("demo-1.0-py3-none-any.whl"));
        KeptResolutions kept = new KeptResolutions(folder.resolve("resolutions"), new Uses());

        kept.keep(DIGEST, INPUTS, resolved.target(), resolved.resolution().withHeldBack(List.of(held)), Instant.now());

        Resolution found = kept.find(DIGEST, resolved.target()).orElseThrow().resolution();
        assertThat(found.heldBack()).containsExactly(held);
        assertThat(found.wheels()).isEqualTo(resolved.resolution().wheels());
        assertThat(kept.find(new Sha256("1".repeat(64)), resolved.target())).isEmpty();
    }

    @Test
    void aKeptAnswerThatCannotBeReadIsNone() throws Exception {
        ResolvedFor resolved = resolved("arm64", wheel("demo-1.0-py3-none-any.whl"));
        KeptResolutions kept = new KeptResolutions(folder, new Uses());
        kept.keep(DIGEST, INPUTS, resolved.target(), resolved.resolution(), Instant.now());
        Files.writeString(folder.resolve("pylock." + DIGEST + ".toml"), "half a li");

        assertThat(kept.find(DIGEST, resolved.target())).isEmpty();
    }
}
