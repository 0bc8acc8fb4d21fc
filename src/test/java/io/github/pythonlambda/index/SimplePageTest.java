package io.github.pythonlambda.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimplePageTest {

    private static final URI PAGE = URI.create("https://index.example/simple/demo/");
    private static final String HASH = "ab".repeat(32);

    private static String only(List<SimplePage.File> files) {
        assertThat(files).hasSize(1);
        SimplePage.File file = files.get(0);
        return file.name() + " " + file.url()
                + file.digest().map(digest -> " " + digest).orElse("");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<a href=\"demo.whl\">x</a> | demo.whl https://index.example/simple/demo/demo.whl",
                "<A  class=x HREF='../../f/demo.whl'>x</A> | demo.whl https://index.example/f/demo.whl",
                "<a href=/f/demo.whl>x</a> | demo.whl https://index.example/f/demo.whl",
                "<a data-requires-python=\">=3.8\" href=\"/f/demo.whl\">x</a> | demo.whl https://index.example/f/demo.whl",
                "<base href=\"https://files.example/d/\"><a href=demo.whl>x</a> | demo.whl https://files.example/d/demo.whl",
                "<a href=\"/f/demo.whl?a=1&amp;b=2\">x</a> | demo.whl https://index.example/f/demo.whl?a=1&b=2",
                "<a href=\"/f/demo-1.0%2Blocal.whl\">x</a> | demo-1.0+local.whl https://index.example/f/demo-1.0%2Blocal.whl",
                "<a href=\"/f/de mo.whl\">x</a> | de mo.whl https://index.example/f/de%20mo.whl",
                "<a href=\"https://u:p@files.example/demo.whl\">x</a> | demo.whl https://files.example/demo.whl"
            })
    void linksAreReadFromHtml(String html, String expected) {
        assertThat(only(SimplePage.html(PAGE, html))).isEqualTo(expected);
    }

    @Test
    void hashesAreInTheFragment() {
        assertThat(only(SimplePage.html(PAGE, "<a href=\"demo.whl#sha256=" + HASH + "\">x</a>")))
                .isEqualTo("demo.whl https://index.example/simple/demo/demo.whl " + HASH);
        assertThat(only(SimplePage.html(PAGE, "<a href=\"demo.whl#md5=" + HASH + "\">x</a>")))
                .isEqualTo("demo.whl https://index.example/simple/demo/demo.whl");
    }

    @Test
    void whatIsNoLinkIsPassedOver() {
        assertThat(SimplePage.html(PAGE, "<abbr href=x>x</abbr> <a name=x>x</a> <a href=\"https://[\">x</a> <a href"))
                .isEmpty();
    }

    @Test
    void aLongPageIsNoProblem() {
        String link =
                "<a href=\"demo.whl\" data-x='" + "y".repeat(20_000) + "' " + "a b=\"c\" ".repeat(5_000) + ">x</a>\n";

        assertThat(SimplePage.html(PAGE, link.repeat(20))).hasSize(20);
    }

    @Test
    void filesAreReadFromJson() throws Exception {
        String json = """
                {"meta": {"api-version": "1.1"}, "name": "demo", "files": [
                  {"filename": "demo.whl", "url": "../../f/demo.whl", "hashes": {"sha256": "%s"}, "yanked": false}]}
                """.formatted(HASH);

        assertThat(only(SimplePage.json(PAGE, json))).isEqualTo("demo.whl https://index.example/f/demo.whl " + HASH);
        assertThat(SimplePage.json(PAGE, "{\"files\": []}")).isEmpty();
    }

    @Test
    void brokenJsonIsAFailure() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> SimplePage.json(PAGE, "<html>"))
                .withMessage("its page is no JSON, though it says so");
    }
}
