package io.github.pythonlambda.layer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamespaceInitTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "__path__ = __import__('pkgutil').extend_path(__path__, __name__)",
                "__path__ = __import__(\"pkgutil\").extend_path(__path__, __name__)  # type: ignore",
                "from pkgutil import extend_path\n__path__ = extend_path(__path__, __name__)\n",
                "import pkgutil\n__path__ = pkgutil.extend_path(__path__, __name__)",
                "__import__('pkg_resources').declare_namespace(__name__)",
                "# Copyright\n\"\"\"Some\npart.\"\"\"\ntry:\n    import pkg_resources\n    pkg_resources.declare_namespace(__name__)\nexcept ImportError:\n    import pkgutil\n    __path__ = pkgutil.extend_path(__path__, __name__)\n",
                "try:\r\n    __import__('pkg_resources').declare_namespace(__name__)\r\nexcept ImportError:\r\n    __path__ = __import__('pkgutil').extend_path(__path__, __name__)\r\n"
            })
    void aDeclarationInTheUsualFormsIsOne(String source) {
        assertThat(NamespaceInit.declares(source)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# extend_path(",
                "VERSION = 1",
                "__path__ = __import__('pkgutil').extend_path(__path__, __name__)\nVERSION = 1",
                "from .core import *\n__import__('pkg_resources').declare_namespace(__name__)",
                "import pkgutil"
            })
    void aFileWithAnythingElseIsNone(String source) {
        assertThat(NamespaceInit.declares(source)).isFalse();
    }
}
