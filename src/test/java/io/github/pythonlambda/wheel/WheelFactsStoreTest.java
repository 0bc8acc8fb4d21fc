package io.github.pythonlambda.wheel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.elf.ElfImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WheelFactsStoreTest {

    private static final Sha256 DIGEST = new Sha256("ab".repeat(32));
    private static final WheelFacts FACTS = new WheelFacts(
            List.of(new ContentFault(ContentFault.Kind.WRONG_HASH, "demo/a.py", "sha256=x", "sha256=y")),
            List.of(new WheelFacts.NativeFile(
                    "demo/x.so",
                    new ElfImage(
                            64,
                            true,
                            "aarch64",
                            ElfImage.Type.SHARED,
                            List.of("libc.so.6"),
                            null,
                            List.of("$ORIGIN"),
                            List.of(new ElfImage.VersionNeed("libc.so.6", "GLIBC_2.17", true))))),
            List.of(new WheelFacts.UnreadableFile("demo/y.so", "it is cut short")));

    @TempDir
    private Path folder;

    private WheelFactsStore store() {
        return new WheelFactsStore(folder.resolve("checks"));
    }

    private Path file() {
        return folder.resolve("checks/1/ab/" + DIGEST.hex() + ".json");
    }

    @Test
    void factsComeBackAsTheyWere() throws Exception {
        store().keep(DIGEST, FACTS);

        assertThat(store().find(DIGEST)).contains(FACTS);
        assertThat(file()).exists();
    }

    @Test
    void factsOfOtherWheelsAreNone() throws Exception {
        store().keep(DIGEST, FACTS);

        assertThat(store().find(new Sha256("cd".repeat(32)))).isEmpty();
    }

    @Test
    void keepingAgainLeavesNothingBehind() throws Exception {
        store().keep(DIGEST, FACTS);
        store().keep(DIGEST, FACTS);

        try (Stream<Path> files = Files.list(file().getParent())) {
            assertThat(files).containsExactly(file());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{}",
                "{\"faults\":[],\"nativeFiles\":[]}",
                "{\"faults\":null,\"nativeFiles\":[],\"unreadableFiles\":[]}",
                "{\"faults\":[],\"nativeFiles\":[],\"unreadableFiles\":[],\"more\":1}",
                "{\"faults\":[{\"kind\":\"NEW\",\"path\":\"\",\"expected\":\"\",\"found\":\"\"}],\"nativeFiles\":[],"
                        + "\"unreadableFiles\":[]}"
            })
    void aFileThatSaysSomethingElseIsTakenForNone(String content) throws Exception {
        store().keep(DIGEST, FACTS);
        Files.writeString(file(), content);

        assertThat(store().find(DIGEST)).isEmpty();
        store().keep(DIGEST, FACTS);
        assertThat(store().find(DIGEST)).contains(FACTS);
    }
}
