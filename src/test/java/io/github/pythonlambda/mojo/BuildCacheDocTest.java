package io.github.pythonlambda.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.NodeList;

/** docs/build-cache.md has the configuration that src/it/build-cache tries, and it is complete. */
class BuildCacheDocTest {

    private static final Path TRIED = Path.of("src", "it", "build-cache", ".mvn");
    private static final Pattern RECONCILED = Pattern.compile("<reconcile propertyName=\"([A-Za-z]+)\"");

    /** They change how a result is come by, or whether it is handed on, and not what it is. */
    private static final Set<String> NO_INPUT = Set.of("attach", "explain", "python", "resolveEvery", "wheelhouse");

    private static String text(Path file) throws Exception {
        return Files.readString(file).replace("\r", "");
    }

    @Test
    void whatTheDocShowsIsWhatIsTried() throws Exception {
        String doc = text(Path.of("docs", "build-cache.md"));

        for (String file : List.of("extensions.xml", "maven-build-cache-config.xml")) {
            assertThat(doc).contains("`.mvn/" + file + "`:\n\n```xml\n" + text(TRIED.resolve(file)) + "```\n");
        }
    }

    @Test
    void everyParameterThatMayComeByPropertyIsAnInput() throws Exception {
        String configuration = text(TRIED.resolve("maven-build-cache-config.xml"));
        Set<String> known = new TreeSet<>(NO_INPUT);
        RECONCILED.matcher(configuration).results().forEach(match -> known.add(match.group(1)));

        assertThat(parametersOfPackage()).containsExactlyInAnyOrderElementsOf(known);
    }

    private static List<String> parametersOfPackage() throws Exception {
        String path = "//mojo[goal='package']/parameters/parameter[editable='true']/name";
        try (InputStream descriptor = PackageMojo.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
            NodeList names = (NodeList) XPathFactory.newInstance()
                    .newXPath()
                    .evaluate(
                            path,
                            DocumentBuilderFactory.newInstance()
                                    .newDocumentBuilder()
                                    .parse(descriptor),
                            XPathConstants.NODESET);
            List<String> parameters = new ArrayList<>();
            for (int i = 0; i < names.getLength(); i++) {
                parameters.add(names.item(i).getTextContent());
            }
            return parameters;
        }
    }
}
