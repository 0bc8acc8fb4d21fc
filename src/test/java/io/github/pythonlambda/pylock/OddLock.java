package io.github.pythonlambda.pylock;

/** A lock that is valid, though hard to write down. */
final class OddLock {

    private OddLock() {}

    static String text() {
        return """
                lock-version = "1.0"
                created-by = "it's \\"odd\\" \\\\ \\u00e9 \\U0001F600 \\t"

                [[packages]]
                name = "odd"
                version = "1!2.0.post1+local.1"
                marker = '''python_version >= "3" and ("a'" in platform_version or sys_platform != 'win32')'''
                dependencies = [{ name = "x", version = "1", vcs = { url = "https://vcs.example/?a=b#'c'" } }]
                index = "https://index.example/'a'/\\"b\\""
                wheels = [
                    { url = "https://files.example/odd-1!2.0.post1%%2Blocal.1-1a-py2.py3-none-any.whl", upload-time = 1999-12-31T23:59:59.000000001-11:30, hashes = { sha256 = "%1$s", "odd hash" = "\\u0000" } },
                    { path = 'C:\\wheels\\odd-1!2.0.post1+local.1-py3-none-any.whl', size = 999999999999999999, hashes = { sha512 = "x" } },
                ]
                attestation-identities = [{ kind = "", z = [1, [2.5, { a = [] }]], a = 2024-01-31 }]

                [packages.tool."a.b"]
                text = '''
                two
                lines'''
                nested.deeper = { "" = 07:32:00, 'quote"' = [[], [{}]] }

                [tool."odd \\"tool\\""]
                floats = [inf, -inf, 1e300, 0.0, 1.5e-7]
                run-on = 2025-03-06T12:28:57.760769
                moment = 2025-03-06T12:28:00-07:00

                [[tool.list]]
                b = 1
                a = 2

                [[tool.list]]
                """.formatted("AB".repeat(32));
    }
}
