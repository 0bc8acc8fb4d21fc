package io.github.pythonlambda.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LockDifferenceTest {

    private static final LockInputs.Layer LAYER =
            new LockInputs.Layer("layer", List.of("fastapi", "uvicorn>=0.30"), List.of("-c x<2"), List.of(), List.of());

    private static LockInputs inputs(LockInputs.Layer... layers) {
        return new LockInputs("python3.13", List.of("arm64"), List.of(layers));
    }

    private static List<String> between(LockInputs locked, LockInputs current) {
        return LockDifference.between(locked, current, line -> "requirements.txt, line 3: " + line);
    }

    @Test
    void theOrderOfLinesMeansNothing() {
        LockInputs.Layer other = new LockInputs.Layer(
                "layer", List.of("uvicorn>=0.30", "fastapi", "fastapi"), List.of("-c x<2"), List.of(), List.of());

        assertThat(between(inputs(LAYER), inputs(other))).isEmpty();
    }

    @Test
    void newLinesAreToldWithTheirPlaceAndOldOnesAsTheyWere() {
        LockInputs.Layer now = new LockInputs.Layer(
                "layer",
                List.of("fastapi", "httpx"),
                List.of(),
                List.of("--pre"),
                List.of("own-1.0-py3-none-any.whl sha256:00"));

        assertThat(between(inputs(LAYER), inputs(now)))
                .containsExactly(
                        "requirements.txt, line 3: httpx is new",
                        "uvicorn>=0.30 is gone",
                        "-c x<2 is gone",
                        "the option requirements.txt, line 3: --pre is new",
                        "the wheel requirements.txt, line 3: own-1.0-py3-none-any.whl sha256:00 is new");
    }

    @Test
    void layersComeAndGo() {
        LockInputs.Layer other = new LockInputs.Layer("web", List.of(), List.of(), List.of(), List.of());

        assertThat(between(inputs(LAYER), inputs(other)))
                .containsExactly("layer 'web' is new", "layer 'layer' is gone");
    }

    @Test
    void aLockForMoreArchitecturesIsGoodForOne() {
        LockInputs both = new LockInputs("python3.13", List.of("x86_64", "arm64"), List.of(LAYER));

        assertThat(between(both, inputs(LAYER))).isEmpty();
        assertThat(between(inputs(LAYER), both)).containsExactly("the architecture x86_64 is not in the lock");
    }

    @Test
    void aLockIsForOneRuntime() {
        LockInputs other = new LockInputs("python3.11", List.of("arm64"), List.of(LAYER));

        assertThat(between(other, inputs(LAYER))).containsExactly("the runtime was python3.11 and is python3.13");
    }
}
