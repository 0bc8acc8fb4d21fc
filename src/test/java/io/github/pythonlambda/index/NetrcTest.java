package io.github.pythonlambda.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetrcTest {

    @TempDir
    Path home;

    private static Login login(String text, String host) {
        return Netrc.parse(text).of(host).orElse(new Login("", "none"));
    }

    @Test
    void hasALoginForEachMachine() {
        String text = "machine one.example login a password b\nmachine two.example\n  login c\n  password d\n";

        assertThat(login(text, "one.example")).isEqualTo(new Login("a", "b"));
        assertThat(login(text, "TWO.example")).isEqualTo(new Login("c", "d"));
        assertThat(Netrc.parse(text).of("three.example")).isEmpty();
    }

    @Test
    void theDefaultIsForAllOthers() {
        String text = "machine one.example login a password b\ndefault login x password y";

        assertThat(login(text, "one.example")).isEqualTo(new Login("a", "b"));
        assertThat(login(text, "other.example")).isEqualTo(new Login("x", "y"));
    }

    @Test
    void mayHaveCommentsMacrosAccountsAndQuotes() {
        String text = """
                # machine no.example login a password b
                machine one.example login "a b" account z password "c\\"d"
                macdef init
                machine macro.example login m password m

                machine two.example login e password #f # the end
                """;

        assertThat(login(text, "one.example")).isEqualTo(new Login("a b", "c\"d"));
        assertThat(login(text, "two.example")).isEqualTo(new Login("e", "#f"));
        assertThat(Netrc.parse(text).of("no.example")).isEmpty();
        assertThat(Netrc.parse(text).of("macro.example")).isEmpty();
    }

    @Test
    void whatIsNotUnderstoodCountsAsEmpty() {
        assertThat(Netrc.parse("machine one.example login a password b whatever c")
                        .of("one.example"))
                .isEmpty();
    }

    @Test
    void isLookedForWherePipLooks() throws Exception {
        Path dotted = Files.writeString(home.resolve(".netrc"), "default login dotted password p");
        Path named = Files.writeString(home.resolve("named"), "default login named password p");
        Files.writeString(home.resolve("_netrc"), "default login underscore password p");

        assertThat(user(Map.of("HOME", home.toString(), "NETRC", named.toString())))
                .isEqualTo("named");
        assertThat(user(Map.of("HOME", home.toString()))).isEqualTo("dotted");
        Files.delete(dotted);
        assertThat(user(Map.of("USERPROFILE", home.toString()))).isEqualTo("underscore");
        assertThat(Netrc.find(UserEnvironment.EMPTY)).isEqualTo(Netrc.EMPTY);
    }

    private static String user(Map<String, String> variables) {
        return Netrc.find(new UserEnvironment(variables))
                .of("any.example")
                .orElseThrow()
                .user();
    }
}
