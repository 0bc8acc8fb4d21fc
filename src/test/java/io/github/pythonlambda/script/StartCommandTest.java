package io.github.pythonlambda.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.target.LambdaCatalog;
import io.github.pythonlambda.target.LambdaRuntime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartCommandTest {

    private static LambdaRuntime runtime(String id) throws ProblemException {
        return LambdaCatalog.load().target(id, "x86_64", null).runtime();
    }

    private static String script(String command, String... files) throws Exception {
        return script(command, Stream.of(files).collect(Collectors.toMap(Function.identity(), file -> "")));
    }

    private static String script(String command, Map<String, String> texts) throws Exception {
        return StartCommand.parse(command).orElseThrow().script(runtime("python3.13"), new Texts(texts));
    }

    /** An app whose files are these. */
    private record Texts(Map<String, String> byPath) implements AppSources {
        @Override
        public List<String> paths() {
            return byPath.keySet().stream().sorted().toList();
        }

        @Override
        public String text(String path) {
            return byPath.get(path);
        }
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
        assertThat(StartCommand.parse("uvicorn main:app")
                        .orElseThrow()
                        .script(runtime("python3.10"), new Texts(Map.of())))
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
            flask run                             | exec python -m flask run --port "PORT"
            flask shop:web                        | exec python -m gunicorn --bind "127.0.0.1:PORT" shop:web
            flask shop:web --threads 4            | exec python -m gunicorn --bind "127.0.0.1:PORT" shop:web --threads 4
            fastapi shop.web:api                  | exec python -m uvicorn --port "PORT" shop.web:api
            fastapi run                           | exec python -m fastapi run --port "PORT"
            flask --app main                      | exec python -m flask --app main run --port "PORT"
            flask --app main run                  | exec python -m flask --app main run --port "PORT"
            flask --app main run -p $PORT         | exec python -m flask --app main run -p $PORT
            fastapi main.py                       | exec python -m fastapi run main.py --port "PORT"
            streamlit run main.py                 | exec python -m streamlit run main.py --server.port "PORT"
            daphne main:app                       | exec python -m daphne --port "PORT" main:app
            waitress-serve main:app               | exec python -m waitress --port "PORT" main:app
            django                                | exec python -m gunicorn --bind "127.0.0.1:PORT" shop.wsgi
            django --threads 4                    | exec python -m gunicorn --bind "127.0.0.1:PORT" shop.wsgi --threads 4
            LOG=1 django                          | LOG=1 exec python -m gunicorn --bind "127.0.0.1:PORT" shop.wsgi
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            fastapi | main.py         | app = FastAPI()                    | uvicorn --port "PORT" main:app
            fastapi | main.py         | api: FastAPI = FastAPI(title='A')  | uvicorn --port "PORT" main:api
            fastapi | api.py          | web=fastapi.FastAPI()              | uvicorn --port "PORT" api:web
            fastapi | app/main.py     | app = FastAPI()                    | uvicorn --port "PORT" app.main:app
            fastapi | main.py         | from shop import app               | uvicorn --port "PORT" main:app
            fastapi | main.py         | # old = FastAPI()                  | uvicorn --port "PORT" main:app
            flask   | app.py          | app = Flask(__name__)              | gunicorn --bind "127.0.0.1:PORT" app:app
            flask   | main.py         | web = flask.Flask(__name__)        | gunicorn --bind "127.0.0.1:PORT" main:web
            flask   | wsgi.py         | application = Flask(__name__)      | gunicorn --bind "127.0.0.1:PORT" wsgi:application
            flask   | app/__init__.py | def create_app(test=None):         | gunicorn --bind "127.0.0.1:PORT" 'app:create_app()'
            flask   | app.py          | def make_app():                    | gunicorn --bind "127.0.0.1:PORT" 'app:make_app()'
            """)
    void aFrameworksNameStartsTheAppThatItsOwnCommandWouldFind(String command, String file, String text, String start)
            throws Exception {
        assertThat(script(command, Map.of(file, text, "other.py", "other = FastAPI(); other = Flask()")))
                .endsWith("\nexec python -m " + start.replace("PORT\"", "${AWS_LWA_PORT:-${PORT:-8080}}\"") + "\n");
    }

    @Test
    void aFileThatMakesTheAppComesBeforeOneThatDoesNot() throws Exception {
        Map<String, String> files = Map.of("main.py", "import api", "api.py", "api = FastAPI()", "app.py", "");
        assertThat(script("fastapi", files)).endsWith(" api:api\n");
        assertThat(script("fastapi", "app.py", "main.py")).endsWith(" main:app\n");
        assertThat(script("flask", Map.of("wsgi.py", "from app import app", "app.py", "app = Flask('a')")))
                .endsWith(" app:app\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fastapi", "flask"})
    void anAppThatIsNowhereIsAskedFor(String command) {
        assertThatThrownBy(() -> script(command, "shop/web.py", "run.py"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("it is not clear which " + command + " app to start")
                .hasMessageContaining("main.py")
                .hasMessageContaining("<startCommand>" + command + " shop.web:app</startCommand>");
    }
}
