package io.github.pythonlambda.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonlambda.packaging.ProjectName;
import io.github.pythonlambda.target.LambdaCatalog;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultJudgeTest {

    private static final ProjectName OPENCV = new ProjectName("opencv-python");

    private static Judgement judge(Fault fault) throws Exception {
        Distribution opencv =
                new Distribution(OPENCV, List.of("cv2/__init__.py", "cv2/cv2.abi3.so"), List.of(), List.of());
        return new FaultJudge(
                        LambdaCatalog.load().target("python3.11", "x86_64", null),
                        List.of(opencv),
                        false,
                        "/opt/python",
                        new ImportReport(Set.of("sqlite3", "_sqlite3"), "/home/python", List.of(), new ImportTimes()))
                .judge(Optional.of(OPENCV), fault);
    }

    private static Fault importError(String message, @Nullable String name, @Nullable String path) {
        return new Fault("ImportError", message, name, path, List.of(), List.of());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "libGL.so.1: cannot open shared object file: No such file or directory, true",
        "libz.so.1: cannot open shared object file: No such file or directory, false",
        "/lib/libc.so.6: version `GLIBC_2.26' not found (required by /opt/python/cv2/cv2.abi3.so), false",
        "/lib/libc.so.6: version `GLIBC_2.27' not found (required by /opt/python/cv2/cv2.abi3.so), true",
        "/lib/libm.so.6: version `GLIBC_PRIVATE' not found (required by x), true",
        "cannot import name 'x' from 'cv2' (/opt/python/cv2/__init__.py), true",
    })
    void whatOnlyTheHostLacksIsNoError(String message, boolean isError) throws Exception {
        assertThat(judge(importError(message, null, null)).isError()).isEqualTo(isError);
    }

    @Test
    void aKnownRemedyIsTold() throws Exception {
        Judgement judgement =
                judge(importError("libGL.so.1: cannot open shared object file: No such file", null, null));

        assertThat(judgement.reason()).isEqualTo("the shared library libGL.so.1 is neither in the layer nor on Lambda");
        assertThat(judgement.remedy()).contains("opencv-python-headless");
    }

    @Test
    void aLibraryThatAModuleOfTheInterpreterNeedsIsNoError() throws Exception {
        Judgement judgement = judge(importError(
                "libffi.so.7: cannot open shared object file: No such file or directory",
                "_ctypes",
                "/home/python/lib/python3.11/lib-dynload/_ctypes.so"));

        assertThat(judgement.isError()).isFalse();
        assertThat(judgement.reason()).isEqualTo("this host's Python lacks _ctypes; it is no part of the layer");
    }

    @Test
    void thatIsKnownOfPrintedTracebacksToo() throws Exception {
        List<String> output = List.of(
                "Traceback (most recent call last):",
                "  File \"/opt/python/cv2/__init__.py\", line 1, in <module>",
                "    import ctypes",
                "  File \"/home/python/lib/python3.11/ctypes/__init__.py\", line 8, in <module>",
                "    from _ctypes import Union",
                "ImportError: libffi.so.7: cannot open shared object file: No such file or directory",
                "Traceback (most recent call last):",
                "  File \"/opt/python/gunicorn/arbiter.py\", line 683, in reap_workers",
                "gunicorn.errors.HaltServer: <HaltServer 'Worker failed to boot.' 3>");

        assertThat(judge(Fault.ofOutput(output)).isError()).isFalse();
        assertThat(judge(Fault.ofOutput(List.of(output.get(1), output.get(5)))).isError())
                .isTrue();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "_sqlite3,       false",
        "boto3.session,  false",
        "distutils,      true",
        "cv2.missing,    true",
    })
    void whoLacksAModuleIsTold(String name, boolean isError) throws Exception {
        Fault fault =
                new Fault("ModuleNotFoundError", "No module named '" + name + "'", name, null, List.of(), List.of());

        assertThat(judge(fault).isError()).isEqualTo(isError);
    }

    @Test
    void whatAProgramPrintedIsReadLikeAnException() {
        Fault fault = Fault.ofOutput(List.of(
                "starting",
                "Traceback (most recent call last):",
                "  File \"/var/task/main.py\", line 1, in <module>",
                "    import a.b",
                "ModuleNotFoundError: No module named 'a.b'",
                "[1] worker failed"));

        assertThat(fault.type()).isEqualTo("ModuleNotFoundError");
        assertThat(fault.name()).isEqualTo("a.b");
        assertThat(fault.files()).containsExactly("/var/task/main.py");
        assertThat(Fault.ofOutput(List.of("/var/lang/bin/python: No module named uvicorn"))
                        .name())
                .isEqualTo("uvicorn");
        assertThat(Fault.ofOutput(List.of("done")).type()).isEmpty();
    }
}
