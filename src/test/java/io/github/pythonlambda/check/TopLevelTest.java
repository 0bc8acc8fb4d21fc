package io.github.pythonlambda.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopLevelTest {

    @ParameterizedTest
    @CsvSource({
        "logging.py, logging",
        "logging.pyc, logging",
        "logging/__init__.py, logging",
        "logging/__init__.pyc, logging",
        "_x.so, _x",
        "_x.abi3.so, _x",
        "_x.cpython-313-x86_64-linux-gnu.so, _x",
        "x/__init__.cpython-313-x86_64-linux-gnu.so, x",
        "logging/handlers.py,",
        "logging/data.txt,",
        "logging.txt,",
        "logging.pth,",
        "__init__.py,",
        "a/b/__init__.py,",
        "libx.so.1,",
        "a.b.py,",
        "logging-1.0.dist-info/METADATA,"
    })
    void aFileAtTheTopIsAModuleByItsName(String path, String module) {
        assertThat(TopLevel.module(path).orElse(null)).isEqualTo(module);
        assertThat(TopLevel.moduleInLayer("python/" + path).orElse(null)).isEqualTo(module);
        assertThat(TopLevel.moduleInLayer("lib/" + path)).isEmpty();
    }
}
