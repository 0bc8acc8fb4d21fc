package io.github.pythonlambda.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlWriterTest {

    private static String value(String text) {
        String line = YamlWriter.write(new YamlMapping().put("Key", text).node());
        return line.substring("Key: ".length(), line.length() - 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "python3.13",
                "run.sh",
                "AWS::Serverless::Function",
                "/opt/python:/var/runtime",
                "${AWS::StackName}-layer",
                "https://${Api}.execute-api.${AWS::Region}.${AWS::URLSuffix}/",
                "arn:aws:lambda:${AWS::Region}:753240598075:layer:LambdaAdapterLayerX86:30",
                "_private/a-b.zip"
            })
    void whatIsCertainIsPlain(String text) {
        assertThat(value(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8000", "2010-09-09", "1e3", "0x1f", "1:30", ".5", "~", "", "yes", "No", "ON", "off", "true", "NULL",
                        "y",
                "a b", "a: b", "a:", "a #b", "#a", "- a", "*.zip", "&a", "!Ref", "%a", "@a", "`a", "'a'", "{a}", "[a]",
                "../app.zip", "größe", "$a"
            })
    void allElseIsQuoted(String text) {
        assertThat(value(text)).isEqualTo("\"" + text + "\"");
    }

    @Test
    void quotesBackslashesAndControlsAreEscaped() {
        assertThat(value("C:\\a \"b\"\n\t\u0001")).isEqualTo("\"C:\\\\a \\\"b\\\"\\n\\t\\u0001\"");
    }

    @Test
    void nodesNestInBlocks() {
        YamlNode item = new YamlMapping()
                .put("A", YamlNode.number(1))
                .put("B", new YamlMapping().put("C", YamlNode.getAtt("D.E")))
                .node();
        YamlMapping root = new YamlMapping()
                .put("Empty", new YamlMapping())
                .put(List.of("one", "two"), "Commented", new YamlMapping().put("X", YamlNode.sub("8000")))
                .put("List", new YamlNode.Sequence(List.of(YamlNode.ref("R"), item)));

        assertThat(YamlWriter.write(root.node())).isEqualTo("""
                Empty: {}
                # one
                # two
                Commented:
                  X: !Sub "8000"
                List:
                  - !Ref R
                  - A: 1
                    B:
                      C: !GetAtt D.E
                """);
    }
}
