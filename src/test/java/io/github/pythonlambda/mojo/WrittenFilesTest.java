package io.github.pythonlambda.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WrittenFilesTest {

    private final Map<String, Object> context = new HashMap<>(Map.of("of Maven", 1));
    private final WrittenFiles first = new WrittenFiles(context, "package@first");
    private final WrittenFiles second = new WrittenFiles(context, "package@second");

    @Test
    void anExecutionMayReplaceWhatItHasWritten() {
        first.add(Path.of("/out/app.zip"));

        assertThat(first.ofOthers()).isEmpty();
        assertThat(new WrittenFiles(context, "package@first").ofOthers()).isEmpty();
    }

    @Test
    void othersMayNot() {
        first.add(Path.of("/out/app.zip"));

        assertThat(second.ofOthers()).containsExactly(Path.of("/out/app.zip"));
    }

    @Test
    void aFileThatIsSharedBelongsToTheOneThatWroteIt() {
        first.add(Path.of("/out/layer.zip"));
        second.add(Path.of("/out/layer.zip"));

        assertThat(first.ofOthers()).isEmpty();
        assertThat(second.ofOthers()).containsExactly(Path.of("/out/layer.zip"));
    }
}
