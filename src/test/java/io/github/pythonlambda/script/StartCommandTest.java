package io.github.pythonlambda.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.target.LambdaCatalog;
import io.github.pythonlambda.target.LambdaRuntime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartCommandTest {

    private static LambdaRuntime runtime(String id) throws ProblemException {
        return LambdaCatalog.load().target(id, "x86_64", null).runtime();
    }

    private static String script(String command, String... files) throws ProblemException {
        return StartCommand.parse(command).orElseThrow().script(runtime("python3.13"), List.of(files));
    }

    @Test
    void aServersNameBecomesAScriptThatLambdaCanStart() throws Exception {
        assertThat(script("uvicorn main:app")).isEqualTo("""
                #!/bin/bash
                # Written from <startCommand> by python-lambda-maven-plugin.
                export PYTHONPATH="/opt/python${PYTHONPATH:+:$PYTHONPATH}"
                exec python -m uvicorn --port "${AWS_LWA_PORT:-${PORT:-8080}}" main:app
                """);
    }

    @Test
    void theSdkOfOlderRuntimesIsReachedToo() throws Exception {
        assertThat(StartCommand.parse("uvicorn main:app").orElseThrow().script(runtime("python3.10"), List.of()))
                .contains("export PYTHONPATH=\"/opt/python:${PYTHONPATH:+$PYTHONPATH:}$LAMBDA_RUNTIME_DIR\"\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            gunicorn app:app                      | exec python -m gunicorn --bind "127.0.0.1:PORT" app:app
            gunicorn -b :$PORT app:app            | exec python -m gunicorn -b :$PORT app:app
            gunicorn -b:$PORT app:app             | exec python -m gunicorn -b:$PORT app:app
            hypercorn main:app                    | exec python -m hypercorn --bind "127.0.0.1:PORT" main:app
            uvicorn main:app --port=$PORT         | exec python -m uvicorn main:app --port=$PORT
            uvicorn main:app --proxy-headers      | exec python -m uvicorn --port "PORT" main:app --proxy-headers
            uvicorn main:app --log-config 'a b'   | exec python -m uvicorn --port "PORT" main:app --log-config 'a b'
            exec uvicorn main:app                 | exec python -m uvicorn --port "PORT" main:app
            LOG=1 A="x y" uvicorn main:app        | LOG=1 A="x y" exec python -m uvicorn --port "PORT" main:app
            flask                                 | exec python -m flask run --port "PORT"
            flask --app main                      | exec python -m flask --app main run --port "PORT"
            flask --app main run                  | exec python -m flask --app main run --port "PORT"
            flask --app main run -p $PORT         | exec python -m flask --app main run -p $PORT
            fastapi main.py                       | exec python -m fastapi run main.py --port "PORT"
            streamlit run main.py                 | exec python -m streamlit run main.py --server.port "PORT"
            daphne main:app                       | exec python -m daphne --port "PORT" main:app
            waitress-serve main:app               | exec python -m waitress --port "PORT" main:app
            django                                | exec python -m gunicorn --bind "127.0.0.1:PORT" shop.wsgi
            django other.wsgi                     | exec python -m gunicorn --bind "127.0.0.1:PORT" other.wsgi
            python main.py                        | exec python main.py
            python -m uvicorn main:app --port 1   | exec python -m uvicorn main:app --port 1
            bin/start --quick                     | exec bin/start --quick
            """)
    void aCommandIsCompletedOrTakenAsItIs(String command, String line) throws Exception {
        assertThat(script(command, "manage.py", "shop/settings.py", "shop/wsgi.py"))
                .endsWith("\n"
                        + line.replace("\"PORT\"", "\"${AWS_LWA_PORT:-${PORT:-8080}}\"")
                                .replace(":PORT\"", ":${AWS_LWA_PORT:-${PORT:-8080}}\"")
                        + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"uvicorn\n    main:app", "  uvicorn \\\n  main:app\n", "uvicorn\r\nmain:app"})
    void aCommandMayHaveSeveralLines(String command) throws Exception {
        assertThat(StartCommand.parse(command)).hasValue(new StartCommand("uvicorn main:app"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  \n"})
    void nothingIsNoCommand(String command) throws Exception {
        assertThat(StartCommand.parse(command)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cd src && uvicorn main:app",
                "uvicorn main:app; true",
                "uvicorn main:app | cat",
                "uvicorn main:app &",
                "if true; then uvicorn main:app; fi",
                "A=1",
                "exec",
                "uvicorn 'main:app",
                "# uvicorn"
            })
    void moreThanOneSimpleCommandIsRefused(String command) {
        assertThatThrownBy(() -> StartCommand.parse(command))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("the start command is not one simple command")
                .hasMessageContaining("<startCommand> or -Dpython-lambda.startCommand");
    }

    @Test
    void aDjangoProjectThatIsNotClearIsAskedFor() {
        assertThatThrownBy(() -> script("django", "main.py"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("it is not clear which Django project to start")
                .hasMessageContaining("found:    none");
        assertThatThrownBy(() -> script("django", "one/wsgi.py", "two/wsgi.py"))
                .hasMessageContaining("found:    one.wsgi, two.wsgi");
    }
}
