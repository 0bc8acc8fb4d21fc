package io.github.pythonlambda.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonlambda.app.Handler;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HiddenPackageCheckTest {

    private static final Handler PROGRAM = new Handler.Program("run.sh");
    private static final FunctionLayer FASTAPI =
            TestFiles.layer("deps", "fastapi:python/fastapi/__init__.py", "fastapi:python/fastapi/routing.py");

    private static List<Finding> check(FunctionLayer layer, String... appFiles) throws IOException {
        return new HiddenPackageCheck(project -> project.canonical().equals("starlette"))
                .check(TestFiles.app(appFiles), PROGRAM, List.of(layer));
    }

    @Test
    void theClassic() throws Exception {
        assertThat(check(FASTAPI, "main.py=import fastapi", "fastapi.py=from fastapi import FastAPI"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.isError()).isTrue();
                    assertThat(finding.project()).hasToString("fastapi");
                    assertThat(finding.file()).isEqualTo("fastapi.py");
                    assertThat(finding.problem().text())
                            .isEqualToNormalizingNewlines("""
                            the app's fastapi.py hides the installed package fastapi
                              where:    %s
                              found:    main.py asks for fastapi and gets the app's own file
                              to do:    rename fastapi.py, or move it into a package of the app""".formatted(TestFiles.APP_FOLDER));
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import fastapi",
                "import fastapi as f",
                "import os, fastapi",
                "import fastapi.routing",
                "import fastapi, os",
                "  import fastapi",
                "x = 1\nfrom fastapi import FastAPI",
                "from fastapi.routing import APIRoute",
                "import fastapi\r\nx = 1"
            })
    void anImportInTheAppIsSeenInEachForm(String source) throws Exception {
        assertThat(check(FASTAPI, "fastapi.py", "main.py=" + source))
                .singleElement()
                .matches(Finding::isError);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import fastapi_users",
                "from .fastapi import x",
                "# import fastapi",
                "print('import fastapi')",
                "import os as fastapi_os",
                "from x import fastapi"
            })
    void whatOnlyLooksLikeAnImportIsNone(String source) throws Exception {
        assertThat(check(FASTAPI, "fastapi.py", "main.py=" + source))
                .singleElement()
                .matches(finding -> finding.severity() == Finding.Severity.WARNING);
    }

    @Test
    void aLongListOfOtherImportsIsReadInOneGo() throws Exception {
        assertThat(check(FASTAPI, "fastapi.py", "main.py=import a" + ", \t b as c".repeat(500)))
                .singleElement()
                .matches(finding -> !finding.isError());
    }

    @Test
    void aProgramThatStartsTheModuleAsksForIt() throws Exception {
        FunctionLayer layer = TestFiles.layer("deps", "uvicorn:python/uvicorn/__init__.py");

        assertThat(check(layer, "uvicorn.py", "run.sh=#!/bin/sh\nexec python -m uvicorn main:app"))
                .singleElement()
                .matches(Finding::isError);
        assertThat(check(layer, "uvicorn.py", "run.sh=#!/bin/sh\n# exec python -m uvicorn main:app"))
                .singleElement()
                .matches(finding -> !finding.isError());
    }

    @Test
    void aPackageThatOthersNeedIsAskedFor() throws Exception {
        assertThat(check(TestFiles.layer("deps", "starlette:python/starlette/__init__.py"), "starlette/__init__.py"))
                .singleElement()
                .matches(Finding::isError);
    }

    @ParameterizedTest
    @CsvSource({
        "tests.py, sloppy:python/tests/__init__.py",
        "utils/__init__.py, sloppy:python/utils.py",
        "utils.py, sloppy:python/utils/helpers.py",
        "_x.py, sloppy:python/_x.cpython-313-x86_64-linux-gnu.so"
    })
    void aModuleThatDoesNotBearThePackagesNameIsAWarning(String own, String hidden) throws Exception {
        assertThat(check(TestFiles.layer("deps", hidden), own, "main.py=import tests, utils, _x"))
                .singleElement()
                .matches(finding -> finding.severity() == Finding.Severity.WARNING);
    }

    @ParameterizedTest
    @CsvSource({
        "api/fastapi.py, fastapi:python/fastapi/__init__.py",
        "fastapi/page.html, fastapi:python/fastapi/__init__.py",
        "fastapi.txt, fastapi:python/fastapi/__init__.py",
        "fastapi.py, fastapi:python/other/fastapi/__init__.py",
        "demo.py, demo:python/demo-1.0.dist-info/METADATA",
        "demo.py, demo:python/demo/data.txt",
        "google/cloud.py, google-auth:python/google/auth/__init__.py",
        "main.py, fastapi:python/fastapi/__init__.py"
    })
    void whatHidesNothingPasses(String own, String installed) throws Exception {
        assertThat(check(TestFiles.layer("deps", installed), own, "x.py=import fastapi, demo, google"))
                .isEmpty();
    }

    @Test
    void aNamespacePackageOfTheAppDoesNotHideItsOtherParts() throws Exception {
        FunctionLayer layer = TestFiles.layer("deps", "google-auth:python/google/auth/__init__.py");

        assertThat(check(layer, "google/__init__.py=__path__ = __import__('pkgutil').extend_path(__path__, __name__)"))
                .isEmpty();
        assertThat(check(layer, "google/__init__.py=VERSION = 1")).hasSize(1);
    }
}
