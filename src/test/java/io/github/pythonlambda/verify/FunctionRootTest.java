package io.github.pythonlambda.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class FunctionRootTest {

    @TempDir
    Path folder;

    private List<String> table(FunctionTree tree) throws IOException {
        FunctionRoot.make(tree);
        return Files.readAllLines(tree.folder().resolve("fstab"));
    }

    @Test
    void theFunctionsFoldersAreWhereLambdaHasThem() throws IOException {
        FunctionTree tree = FunctionTree.in(folder);

        assertThat(table(tree))
                .contains(
                        "./opt ./root/opt none rbind 0 0",
                        "./task ./root/var/task none rbind 0 0",
                        "./lang ./root/var/lang none rbind 0 0",
                        "./runtime ./root/var/runtime none rbind 0 0",
                        "./tmp ./root/tmp none rbind 0 0");
        for (String place : List.of("opt", "var/task", "var/lang", "var/runtime", "tmp")) {
            assertThat(tree.root().resolve(place)).isEmptyDirectory();
        }
    }

    @Test
    void theHostsFoldersAreSeenButForThose() throws IOException {
        FunctionTree tree = FunctionTree.in(folder);

        assertThat(table(tree))
                .contains("/usr ./root/usr none rbind 0 0", "/proc ./root/proc none rbind 0 0")
                .noneMatch(line -> line.startsWith("/tmp ") || line.startsWith("/opt ") || line.startsWith("/var "));
        assertThat(tree.root().resolve("usr")).isEmptyDirectory();
    }

    @Test
    void linksOfTheHostAreLinks() throws IOException {
        FunctionTree tree = FunctionTree.in(folder);
        List<String> table = table(tree);

        try (var children = Files.list(Path.of("/"))) {
            for (Path link : children.filter(Files::isSymbolicLink).toList()) {
                Path copy = tree.root().resolve(link.getFileName());
                assertThat(Files.exists(copy, LinkOption.NOFOLLOW_LINKS)).isTrue();
                assertThat(Files.readSymbolicLink(copy)).isEqualTo(Files.readSymbolicLink(link));
                assertThat(table).noneMatch(line -> line.startsWith(link + " "));
            }
        }
    }

    /** The fields of a table of mounts are separated by spaces, so those of a name are written in another way (fstab(5)). */
    @Test
    void theNameOfTheFolderDoesNotMatter() throws IOException {
        FunctionTree tree = FunctionTree.in(Files.createDirectory(folder.resolve("with space \\ and \u00fc")));

        assertThat(table(tree)).allMatch(line -> line.split(" ").length == 6);
        assertThat(FunctionRoot.escaped("a b\\c\td\ne")).isEqualTo("a\\040b\\134c\\011d\\012e");
    }
}
