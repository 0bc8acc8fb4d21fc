package io.github.pythonlambda.requirements;

import java.util.List;
import java.util.Random;

/** Files of whatever may stand in requirements files, in any order: the same ones for the same seed. */
final class RandomRequirements {

    private static final List<String> LINE_ENDS = List.of(
            "\n",
            "\n",
            "\n",
            "\n",
            "\r\n",
            "\r\n",
            "\r",
            "\\\n",
            "\\\n",
            "\\\r\n",
            "\\\\\n",
            "\\ \n",
            "\f",
            "\u000b",
            "\u001c",
            "\u001d",
            "\u001e",
            "\u0085",
            "\u2028",
            "\u2029",
            "\\\u2028");

    private static final List<String> SPACES = List.of(
            " ", " ", " ", " ", "  ", "\t", " \t", "\u00a0", "\u3000", "\u001f", "\u200b", "\\\n", " \\\n  ", "");

    private static final List<String> REQUIREMENTS = List.of(
            "demo",
            "Demo_Lib[extra, other]>=1,<2",
            "demo==1.0",
            "demo == ${REQ_VERSION}",
            "demo (>=1)",
            "demo; python_version < '3.9'",
            "demo ; os_name == \"posix\"",
            "demo @ https://files.example/demo-1.0.tar.gz",
            "demo[x] @ file:wheels/demo-1.0-py3-none-any.whl ; python_version > '3'",
            "demo @ git+https://git.example/demo.git@main#egg=demo",
            "git+ssh://git@git.example/demo.git#egg=demo",
            "https://u:p@files.example/demo-1.0-py3-none-any.whl#sha256=aa",
            "./wheels/demo-1.0-py3-none-any.whl",
            "./wheels/demo-1.0-py3-none-any.whl[x] ; python_version > '3'",
            "wheels/other-1.0-py3-none-any.whl",
            "demo-1.0-py3-none-any.whl",
            "a b/demo-1.0-py3-none-any.whl",
            "file:wheels/demo-1.0-py3-none-any.whl",
            "./lib",
            "lib",
            ".",
            "..",
            "${REQ_HOST}/demo-1.0-py3-none-any.whl",
            "${REQ_OPTIONS}",
            "${REQ_COMMENT}",
            "${REQ_NESTED}",
            "$REQ_VERSION",
            "%REQ_VERSION%",
            "${req_version}",
            "${REQ_UNSET}",
            "${REQ_EMPTY}",
            "demo#egg",
            "d\u00e9mo",
            "\ud83d\udc0d",
            "\\",
            "'",
            "\"",
            "-",
            "--",
            "=");

    private static final List<String> OPTIONS = List.of(
            "-r sub/nested.txt",
            "-r sub/nested.txt",
            "-rlimits.txt",
            "--requirement=limits.txt",
            "--req 'limits.txt'",
            "-c limits.txt",
            "--constraint \"limits.txt\"",
            "-r 'sub/../limits.txt'",
            "-r sub//./deeper/more.txt",
            "-c circle.txt",
            "-r missing.txt",
            "-e ./lib",
            "-e lib",
            "--editable=./lib[x]",
            "-e git://git.example/x#egg=x",
            "-e 'git+https://git.example/x.git@v1#egg=x&subdirectory=y'",
            "-e",
            "-e \"\"",
            "-i https://index.example/simple",
            "-ihttps://u:p@index.example/simple",
            "-i=x",
            "--index-url=https://index.example/simple",
            "--index https://index.example/simple",
            "--index-url=",
            "--pypi-url https://index.example",
            "--py=x",
            "--extra-index-url https://index.example/${REQ_VERSION}",
            "--no-index",
            "--no-i",
            "--no-index=x",
            "-f links",
            "--find-links=./links",
            "-f \"a b\"",
            "--no-binary :all:",
            "--only-binary=demo,other",
            "--only-binary -x",
            "--prefer-binary",
            "--pre",
            "--pr",
            "--require-hashes",
            "--re",
            "--trusted-host files.example:8080",
            "--hash=sha256:aa",
            "--hash sha512:bb",
            "--hash=md5:cc",
            "--hash",
            "--hash=aa",
            "-C a=b",
            "--config-settings=a=b",
            "--config-settings a",
            "--config-settings \"a=b c\"",
            "--conf 'a=\"b\"'",
            "--unknown",
            "-x",
            "--timeout 5",
            "--",
            "-",
            "stray",
            "'q uoted'",
            "a\\ b",
            "\"a\\\"b\\c\"",
            "\"open",
            "\\",
            "${REQ_LEADING}",
            "${REQ_QUOTE}",
            "#no-comment",
            "x#y");

    private static final List<String> COMMENTS =
            List.of("# comment", " # comment", "\t#comment \\", "  #", "#", "\\ # comment", "\u00a0# comment");

    private final Random random;

    RandomRequirements(long seed) {
        random = new Random(seed);
    }

    String file() {
        StringBuilder text = new StringBuilder();
        int lines = 1 + random.nextInt(5);
        for (int i = 0; i < lines; i++) {
            line(text);
            text.append(one(LINE_ENDS));
        }
        return text.toString();
    }

    private void line(StringBuilder text) {
        if (chance(4)) {
            text.append(one(SPACES));
        }
        if (chance(2)) {
            text.append(one(REQUIREMENTS)).append(one(SPACES));
        }
        int options = chance(2) ? 0 : 1 + random.nextInt(2);
        for (int i = 0; i < options; i++) {
            text.append(one(OPTIONS)).append(one(SPACES));
        }
        if (chance(4)) {
            text.append(one(COMMENTS));
        }
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private String one(List<String> fragments) {
        return fragments.get(random.nextInt(fragments.size()));
    }
}
