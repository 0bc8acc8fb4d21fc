package io.github.pythonlambda.uptodate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonlambda.sharing.KeptItems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptBuildTest {

    private static final List<String> SETTINGS = List.of("runtime=python3.13", "excludes=[a\\b, c\nd]");
    private static final String WARNING = "line one\r\nline two \\ end";
    private static final String SHA256_OF_BLUE = "16477688c0e00699c6cfa4497a3612d7e83c532062b64b250fed8908128ed548";

    @TempDir
    Path folder;

    private Path input;
    private Path zip;
    private Path manifest;
    private Path used;
    private KeptBuild kept;

    @BeforeEach
    void build() throws IOException {
        input = write("project/src/app/main.py", "app = 1\n");
        Files.setLastModifiedTime(input, FileTime.from(Instant.now().minusSeconds(3600)));
        zip = write("project/target/app.zip", "zip");
        manifest = write("project/target/manifest.json", "{}");
        used = write("wheels/one.whl", "wheel");
        kept = new KeptBuild(folder.resolve("builds"), folder.resolve("project/target"), "package-default");
    }

    private Path write(String path, String content) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private void keep() throws IOException {
        keep(Map.of(), false, Instant.MAX);
    }

    private void keep(Map<String, String> variables, boolean resolved, Instant goodUntil) throws IOException {
        kept.keep(
                SETTINGS,
                Instant.now(),
                new BuildInputs(
                        Set.of(input, folder.resolve("nothing")), variables, resolved, goodUntil, List.of(used)),
                List.of(new OutputFile(zip, true), new OutputFile(manifest, false)),
                List.of(WARNING));
    }

    private KeptBuild.Found find() {
        return kept.find(SETTINGS, Map.of(), false);
    }

    private FinishedBuild finished() {
        return ((KeptBuild.Found.UpToDate) find()).build();
    }

    private String reason() {
        return ((KeptBuild.Found.Outdated) find()).reason();
    }

    @Test
    void withoutAnEarlierBuildThereIsNothing() {
        assertThat(find()).isEqualTo(new KeptBuild.Found.Unknown());
    }

    @Test
    void anUnchangedBuildIsToldAgainAndNothingIsTouched() throws Exception {
        keep();
        FileTime time = Files.getLastModifiedTime(zip);

        FinishedBuild build = finished();

        assertThat(build.files()).containsExactly(new OutputFile(zip, true), new OutputFile(manifest, false));
        assertThat(build.restored()).isEmpty();
        assertThat(build.warnings()).containsExactly(WARNING);
        assertThat(Files.getLastModifiedTime(zip)).isEqualTo(time);
    }

    /** Else what a project needs could be pruned while nothing changes in it. */
    @Test
    void onceADayAnUnchangedBuildNotesWhatItWouldUse() throws Exception {
        keep();
        Instant longAgo = Instant.now().minus(Duration.ofDays(20));
        Files.setLastModifiedTime(used, FileTime.from(longAgo));

        finished();
        assertThat(Files.getLastModifiedTime(used).toInstant())
                .isBefore(Instant.now().minus(Duration.ofDays(19)));

        Files.setLastModifiedTime(kept.folder(), FileTime.from(longAgo));
        finished();
        assertThat(Files.getLastModifiedTime(used).toInstant())
                .isAfter(Instant.now().minus(Duration.ofDays(1)));
        assertThat(Files.getLastModifiedTime(kept.folder()).toInstant())
                .isAfter(Instant.now().minus(Duration.ofDays(1)));
    }

    @Test
    void keptBuildsAreFoundByWhereTheirOutputsAre() throws Exception {
        keep();
        Path mine = write("builds/project/notes.txt", "mine");

        KeptItems items = new KeptBuilds(folder.resolve("builds")).items();

        assertThat(items.items()).containsExactly(kept.folder());
        assertThat(items.unknown()).containsExactly(mine);
        assertThat(new KeptBuilds(folder.resolve("none")).items()).isEqualTo(KeptItems.NONE);
    }

    @Test
    void outputsThatAreGoneComeBack() throws Exception {
        keep();
        Files.delete(zip);
        Files.delete(manifest);
        Files.delete(zip.getParent());

        assertThat(finished().restored()).containsExactlyInAnyOrder(zip, manifest);
        assertThat(zip).hasContent("zip");
        assertThat(manifest).hasContent("{}");
        assertThat(finished().restored()).isEmpty();
        try (Stream<Path> left = Files.list(zip.getParent())) {
            assertThat(left).as("no temporary file is left").containsExactlyInAnyOrder(zip, manifest);
        }
    }

    @Test
    void anOutputThatSomebodyReplacedComesBack() throws Exception {
        keep();
        Files.delete(zip);
        Files.writeString(zip, "zap");

        assertThat(finished().restored()).containsExactly(zip);
        assertThat(zip).hasContent("zip");
    }

    @Test
    void anOutputThatSomebodyWroteIntoIsNotToBeHadAnyMore() throws Exception {
        keep();
        Files.writeString(zip, " more", StandardOpenOption.APPEND);

        assertThat(reason()).isEqualTo("the outputs");
    }

    @Test
    void aKeptFileThatIsGoneIsNoReasonToFailWhileTheOutputIsThere() throws Exception {
        keep();
        Files.delete(kept.folder().resolve("app.zip"));
        assertThat(finished().restored()).isEmpty();

        Files.delete(zip);
        assertThat(reason()).isEqualTo("the outputs");
    }

    @Test
    void anInputThatChangedIsNamed() throws Exception {
        keep();
        Files.writeString(input, "app = 2\n");

        assertThat(reason()).isEqualTo(input.toString());
    }

    @Test
    void aFileThatAppearedIsNamed() throws Exception {
        keep();
        Path appeared = write("nothing", "");

        assertThat(reason()).isEqualTo(appeared.toString());
    }

    @Test
    void anotherSettingIsNamed() throws Exception {
        keep();

        KeptBuild.Found found = kept.find(List.of("runtime=python3.12", SETTINGS.get(1)), Map.of(), false);

        assertThat(found).isEqualTo(new KeptBuild.Found.Outdated("the setting runtime=python3.12"));
    }

    @Test
    void aSettingThatIsGoneIsAChange() throws Exception {
        keep();

        assertThat(kept.find(SETTINGS.subList(0, 1), Map.of(), false)).isInstanceOf(KeptBuild.Found.Outdated.class);
    }

    @Test
    void aVariableThatTheFilesNameIsAnInput() throws Exception {
        keep(Map.of("COLOUR", SHA256_OF_BLUE, "UNSET", ""), false, Instant.MAX);

        assertThat(kept.find(SETTINGS, Map.of("COLOUR", "blue", "OTHER", "x"), false))
                .isInstanceOf(KeptBuild.Found.UpToDate.class);
        assertThat(kept.find(SETTINGS, Map.of("COLOUR", "red"), false))
                .isEqualTo(new KeptBuild.Found.Outdated("the environment variable COLOUR"));
        assertThat(kept.find(SETTINGS, Map.of("COLOUR", "blue", "UNSET", "now"), false))
                .isEqualTo(new KeptBuild.Found.Outdated("the environment variable UNSET"));
        assertThat(Files.readString(kept.folder().resolve("state"))).doesNotContain("blue");
    }

    @Test
    void whatAnIndexAnsweredGrowsOldAndCanBeAskedAnew() throws Exception {
        keep(Map.of(), true, Instant.now().plus(Duration.ofHours(1)));
        assertThat(find()).isInstanceOf(KeptBuild.Found.UpToDate.class);
        assertThat(kept.find(SETTINGS, Map.of(), true))
                .isEqualTo(new KeptBuild.Found.Outdated("it is to be resolved anew"));

        Path state = kept.folder().resolve("state");
        String text = Files.readString(state);
        Files.writeString(
                state, text.replaceFirst("until \\d+", "until " + (Instant.now().getEpochSecond() - 1)));
        assertThat(reason()).isEqualTo("it is too old");
    }

    @Test
    void aLockIsAskedAnewToNoEnd() throws Exception {
        keep();

        assertThat(kept.find(SETTINGS, Map.of(), true)).isInstanceOf(KeptBuild.Found.UpToDate.class);
    }

    @Test
    void whatDependsOnSomethingUnseenIsNotKept() throws Exception {
        keep(Map.of(), true, Instant.MIN);

        assertThat(find()).isEqualTo(new KeptBuild.Found.Unknown());
    }

    @Test
    void anInputThatChangedDuringTheBuildMakesTheBuildUnknown() throws Exception {
        keep();
        Files.writeString(input, "app = 3\n");
        keep();

        assertThat(find()).isEqualTo(new KeptBuild.Found.Unknown());
    }

    @Test
    void aHalfWrittenStateIsNone() throws Exception {
        keep();
        Path state = kept.folder().resolve("state");
        byte[] whole = Files.readAllBytes(state);
        for (int length = 0; length < whole.length - 1; length++) {
            Files.writeString(state, new String(whole, 0, length, StandardCharsets.UTF_8));

            assertThat(find()).isEqualTo(new KeptBuild.Found.Unknown());
        }
    }

    @Test
    void executionsWithOneFolderOfOutputsAreKeptApart() throws Exception {
        keep();

        KeptBuild other = new KeptBuild(folder.resolve("builds"), folder.resolve("project/target"), "package-other");

        assertThat(other.find(SETTINGS, Map.of(), false)).isEqualTo(new KeptBuild.Found.Unknown());
    }

    @Test
    void aFolderInThePlaceOfAnOutputIsLeftToTheBuildProper() throws Exception {
        keep();
        Files.delete(zip);
        Files.createDirectories(zip.resolve("inner"));

        assertThat(find()).isInstanceOf(KeptBuild.Found.Outdated.class);
    }
}
