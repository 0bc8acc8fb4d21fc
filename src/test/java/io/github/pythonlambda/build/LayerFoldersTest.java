package io.github.pythonlambda.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pythonlambda.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayerFoldersTest {

    @TempDir
    Path folder;

    private void write(String files) throws Exception {
        for (String path : files.split(" ")) {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "");
        }
    }

    private List<LayerFolders.LayerFolder> find(@Nullable String requirementsFile) throws Exception {
        return LayerFolders.find(
                requirementsFile == null ? null : folder.resolve(requirementsFile),
                folder.resolve("layer"),
                folder.resolve("layers"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            nullValues = "none",
            value = {
                "layer/requirements.txt,                           layer[requirements.txt]",
                "layer/b.whl layer/a.whl,                          layer[a.whl b.whl]",
                "layer/requirements.txt layer/a.whl layer/x.txt,   layer[requirements.txt a.whl]",
                "layer/a.whl layer/sub/b.whl layer/.hidden.whl,    layer[a.whl]",
                "layers/b/requirements.txt layers/a/x.whl,         a[x.whl] b[requirements.txt]",
                "layers/a/x.whl layers/README.md layers/.git/x,    a[x.whl]",
                "layer/x.whl layers/a/x.whl,                       layer[x.whl] a[x.whl]",
                "src/other.txt,                                    ''",
            })
    void layersAreFoundByTheirFolders(String files, String expected) throws Exception {
        write(files);

        assertThat(find(null).stream().map(LayerFoldersTest::describe).collect(Collectors.joining(" ")))
                .isEqualTo(expected);
    }

    private static String describe(LayerFolders.LayerFolder layer) {
        List<String> files = new ArrayList<>();
        layer.requirementsFile().ifPresent(file -> files.add(file.getFileName().toString()));
        layer.wheels().forEach(file -> files.add(file.getFileName().toString()));
        return layer.name() + "[" + String.join(" ", files) + "]";
    }

    @Test
    void aRequirementsFileThatIsNamedIsTheOnlyLayer() throws Exception {
        write("layer/requirements.txt layer/a.whl other/deps.txt layers/a/x.whl");

        assertThat(find("other/deps.txt"))
                .extracting(LayerFoldersTest::describe)
                .containsExactly("layer[deps.txt]");
    }

    @Test
    void aRequirementsFileThatIsNamedMustExist() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> find("missing.txt"))
                .withMessageContaining("the requirements file does not exist")
                .withMessageContaining(folder.resolve("missing.txt").toString())
                .withMessageContaining("-Dpython-lambda.requirementsFile");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "layer/notes.md,                             the folder of layer 'layer' has nothing to make a layer from",
        "layers/a/notes.md,                          the folder of layer 'a' has nothing to make a layer from",
        "layers/a.b/x.whl,                           a layer cannot have this name",
        "layer/x.whl layers/layer/x.whl,             two layers have the name 'layer'",
        "layer/x.whl layers/Layer/x.whl,             two layers have the name 'Layer'",
    })
    void aFolderThatCanBeNoLayerIsAProblem(String files, String message) throws Exception {
        write(files);

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> find(null))
                .withMessageStartingWith(message);
    }

    @Test
    void aNameIsAtMostAHundredCharactersLong() throws Exception {
        write("layers/" + "a".repeat(100) + "/x.whl");
        assertThat(find(null)).hasSize(1);

        write("layers/" + "b".repeat(101) + "/x.whl");
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> find(null))
                .withMessageContaining("a layer cannot have this name");
    }
}
