package io.github.pythonlambda.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.pythonlambda.target.LambdaCatalog;
import org.junit.jupiter.api.Test;

class JarResourceTest {

    private final JarResource runtimes = new JarResource(LambdaCatalog.class, "lambda-runtimes.json");

    @Test
    void aFileBesideAClassIsRead() {
        assertThat(runtimes.text()).contains("python3.13");
        assertThat(runtimes.bytes()).hasSizeGreaterThan(runtimes.text().length() / 2);
        assertThat(runtimes.json().get("runtimes").items()).isNotEmpty();
    }

    @Test
    void aJarThatLacksItIsDamaged() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new JarResource(LambdaCatalog.class, "nowhere.json").bytes())
                .withMessage("the plugin's jar is damaged: nowhere.json");
    }

    @Test
    void aJarWithOtherContentIsDamaged() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new JarResource(LambdaCatalog.class, "LambdaCatalog.class").json())
                .withMessage("the plugin's jar is damaged: LambdaCatalog.class");
    }
}
