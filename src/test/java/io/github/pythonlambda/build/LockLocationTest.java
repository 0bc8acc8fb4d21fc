package io.github.pythonlambda.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonlambda.target.LambdaCatalog;
import io.github.pythonlambda.target.LambdaRuntime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LockLocationTest {

    @TempDir
    Path folder;

    private static LambdaRuntime runtime() {
        return LambdaCatalog.load().runtimes().stream()
                .filter(runtime -> runtime.id().equals("python3.13"))
                .findFirst()
                .orElseThrow();
    }

    private LayerFolders.LayerFolder layer(String path) {
        Path layer = folder.resolve(path);
        return new LayerFolders.LayerFolder(
                layer.getFileName().toString(), layer, true, Optional.empty(), Optional.empty(), List.of());
    }

    private LockLocation find(String... layers) {
        return LockLocation.find(
                List.of(layers).stream().map(this::layer).toList(), null, folder.resolve("src/layers"), runtime());
    }

    private static String relative(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    @ParameterizedTest
    @CsvSource({
        "requirements.txt,     pylock.toml,           pylock.python313.toml",
        "requirements-web.txt, pylock.requirements-web.toml, pylock.requirements-web-python313.toml",
        "web.prod.txt,         pylock.web-prod.toml,  pylock.web-prod-python313.toml",
        "web,                  pylock.web.toml,       pylock.web-python313.toml",
    })
    void liesBesideTheOneRequirementsFile(String requirements, String general, String ofRuntime) {
        LockLocation location = LockLocation.find(
                List.of(layer("x")),
                folder.resolve("deps").resolve(requirements),
                folder.resolve("src/layers"),
                runtime());

        assertThat(relative(folder, location.general())).isEqualTo("deps/" + general);
        assertThat(relative(folder, location.ofRuntime())).isEqualTo("deps/" + ofRuntime);
    }

    @Test
    void liesInTheFolderOfTheSingleLayer() {
        assertThat(relative(folder, find("src/layer").general())).isEqualTo("src/layer/pylock.toml");
    }

    @Test
    void liesInTheFolderOfTheLayersWhereThereAreSeveral() {
        assertThat(relative(folder, find("src/layers/a", "src/layers/b").general()))
                .isEqualTo("src/layers/pylock.toml");
        assertThat(relative(folder, find("src/layer", "src/layers/b").general()))
                .isEqualTo("src/layers/pylock.toml");
        assertThat(relative(folder, find("src/layers/a").general())).isEqualTo("src/layers/pylock.toml");
    }

    @Test
    void theOneWithTheRuntimeInItsNameComesFirst() throws Exception {
        LockLocation location = find("src/layer");
        assertThat(location.existing()).isEmpty();

        Files.createDirectories(location.general().getParent());
        Files.writeString(location.general(), "");
        assertThat(location.existing()).contains(location.general());

        Files.writeString(location.ofRuntime(), "");
        assertThat(location.existing()).contains(location.ofRuntime());
    }
}
