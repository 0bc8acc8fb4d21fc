package io.github.pythonlambda.pip;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonlambda.python.CommandRunner;
import io.github.pythonlambda.python.Interpreter;
import io.github.pythonlambda.testing.OnEachPython;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** {@code lambda_releases.py} tells other releases by their first numbers, and is never wrong about it. */
class ReleaseOfAPinTest {

    private static final String COMPARE = """
            import itertools, sys
            sys.path.insert(0, sys.argv[1])
            import lambda_releases
            from pip._vendor.packaging.version import InvalidVersion, Version
            numbers = ["0", "1", "01", "10", "1.0", "1.00", "1.1", "1.10", "1.01", "10.1", "1.0.0", "1.1.0", "2024.1.10"]
            texts = ["%s%s%s%s" % parts for parts in itertools.product(
                ("", "v", "0!", "1!"), numbers, ("", "a1", "rc2", ".post1", ".dev0"), ("", "+cpu", "+cu.1"))]
            for pin in texts:
                release = lambda_releases.Release(Version(pin))
                for text in texts[::7]:
                    version = Version(text)
                    if release.may_have("demo-%s-py3-none-any.whl" % text) != (
                        version == release.version or version.public == str(release.version)
                    ):
                        print(pin, text)
            assert lambda_releases.Release(Version("1.0")).may_have("demo-1.0-garbled-x.whl")
            print(len(texts), "pins")
            """;

    @TempDir
    Path folder;

    @OnEachPython
    void allVersionsOfThatReleaseAndNoOthersAreSeen(Interpreter python) throws Exception {
        String program = PipProgram.load().install(folder).toString();
        CommandRunner.Result result = new CommandRunner()
                .run(
                        new CommandRunner.Command(
                                List.of(python.executable(), "-I", "-c", COMPARE, program),
                                folder,
                                Map.of(),
                                python.hiddenVariables()),
                        line -> {});

        assertThat(result.output()).containsExactly("780 pins");
    }
}
