package io.github.pythonlambda.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderFormTest {

    private static final FolderForm FORM = new FolderForm(
            List.of(FolderForm.TWO_DIGITS + "/[0-9]+", "[a-z]+\\.json"), List.of("\\.half-.+", FolderForm.LOCKS));

    @TempDir
    Path folder;

    private Path file(String path) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.createFile(file);
    }

    @Test
    void sortsWhatIsThere() throws Exception {
        file("ab/12/anything.whl");
        file("ab/12/more");
        file("ab/twelve");
        file("facts.json");
        file(".half-done/anything");
        file(".locks/one");
        file("ab/.pruned-7/anything");
        file("notes/12/mine.txt");

        KeptItems items = FORM.list(folder);

        assertThat(items.items()).containsExactlyInAnyOrder(folder.resolve("ab/12"), folder.resolve("facts.json"));
        assertThat(items.remains())
                .containsExactlyInAnyOrder(
                        folder.resolve(".half-done"), folder.resolve(".locks/one"), folder.resolve("ab/.pruned-7"));
        assertThat(items.unknown()).containsExactlyInAnyOrder(folder.resolve("ab/twelve"), folder.resolve("notes"));
    }

    @Test
    void linksAreNotFollowed() throws Exception {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere/12")).getParent();
        Path kept = Files.createDirectory(folder.resolve("kept"));
        Files.createSymbolicLink(kept.resolve("ab"), elsewhere);

        assertThat(FORM.list(kept).items()).isEmpty();
        assertThat(FORM.list(kept).unknown()).containsExactly(kept.resolve("ab"));
    }

    @Test
    void aFolderThatIsNotThereHasNothing() throws Exception {
        assertThat(FORM.list(folder.resolve("none"))).isEqualTo(KeptItems.NONE);
    }
}
