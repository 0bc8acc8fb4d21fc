package io.github.pythonlambda.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonlambda.python.CommandRunner;
import io.github.pythonlambda.target.WebAdapterChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The templates and zips in the hands of cfn-lint and the SAM CLI, which come from pip's default index. */
class SamToolsTest {

    private static SamTools tools;

    @TempDir
    private Path folder;

    @BeforeAll
    static void install() throws IOException {
        tools = SamTools.install();
    }

    private BuiltFunctions built(String name) {
        return new BuiltFunctions(folder.resolve(name));
    }

    private static Path template(TemplateRequest request) throws Exception {
        BuiltFunctions.write(request);
        return request.templateFile();
    }

    /** One of every style, each runtime, and all of what can be asked for. */
    private List<Path> templates() throws Exception {
        List<Path> templates = new ArrayList<>();
        for (String runtime : List.of("python3.12", "python3.13", "python3.14")) {
            templates.add(template(
                    built(runtime).runtime(runtime).app("app", "run.sh").requestWithSnapStart()));
        }
        templates.add(
                template(built("al2").runtime("python3.11").app("app", "run.sh").request()));
        templates.add(
                template(built("streaming").streaming().app("app", "run.sh").request()));
        templates.add(
                template(built("handler").layers().app("app", "main.handler").request()));
        templates.add(template(built("reachable").app("app", "main.handler").request(Endpoint.HTTP_API)));
        templates.add(template(built("url").app("app", "run.sh").request(Endpoint.FUNCTION_URL)));
        templates.add(
                template(built("layers").layers("base", "extra").layersAlone().request()));
        templates.add(template(built("several")
                .layers("deps")
                .app("app", "run.sh")
                .app("order-desk", "run.sh")
                .app("jobs", "jobs.handler")
                .request()));
        templates.add(template(built("china")
                .architectures("x86_64")
                .adapter(new WebAdapterChoice(null, null, "cn-north-1"))
                .app("app", "run.sh")
                .request()));
        templates.add(template(built("own")
                .adapter(new WebAdapterChoice(
                        null, "arn:aws-us-gov:lambda:us-gov-west-1:123456789012:layer:web-adapter:1", null))
                .app("app", "run.sh")
                .request()));
        return templates;
    }

    @Test
    void cfnLintFindsNothing() throws Exception {
        List<Path> templates = templates();

        CommandRunner.Result result = tools.cfnLint(folder, templates);

        assertThat(String.join("\n", result.output())).isEmpty();
        assertThat(result.exitCode()).isZero();
    }

    /** So that finding nothing says something. */
    @Test
    void cfnLintWouldFindSomething() throws Exception {
        Path template = template(built("broken").app("app", "run.sh").request());
        Files.writeString(template, Files.readString(template).replace("!Ref Layer", "!Ref Other"));

        CommandRunner.Result result = tools.cfnLint(folder, List.of(template));

        assertThat(result.exitCode()).isNotZero();
        assertThat(String.join("\n", result.output())).contains("'Other' is not one of");
    }

    @Test
    void samValidateFindsNothing() throws Exception {
        Path template = template(built("several")
                .streaming()
                .app("app", "run.sh")
                .app("jobs", "run.sh")
                .requestWithSnapStart());

        CommandRunner.Result result = tools.sam(folder, "validate", "--lint", "--template-file", template.toString());

        assertThat(result.output()).anyMatch(line -> line.contains("is a valid SAM Template"));
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void samBuildAndSamPackageLeaveTheZipsAsTheyAre() throws Exception {
        BuiltFunctions built =
                built("several").layers("base", "extra").app("app", "run.sh").app("jobs", "a.handler");
        Path template = template(built.request());
        Map<String, byte[]> zips = zips(built.output());
        assertThat(zips).hasSize(4);

        CommandRunner.Result build = tools.sam(
                folder,
                "build",
                "--template-file",
                template.toString(),
                "--build-dir",
                folder.resolve("b").toString());

        assertThat(build.exitCode()).as(() -> String.join("\n", build.output())).isZero();
        Path rebuilt = folder.resolve("b/template.yaml");
        try (var files = Files.walk(folder.resolve("b"))) {
            assertThat(files.filter(Files::isRegularFile)).containsExactly(rebuilt);
        }
        assertThat(paths(rebuilt)).containsExactlyInAnyOrderElementsOf(paths(template));
        assertThat(zips(built.output())).containsExactlyEntriesOf(zips);

        try (LocalBucket bucket = new LocalBucket()) {
            CommandRunner.Result packaged = tools.sam(
                    folder,
                    Map.of("AWS_ENDPOINT_URL_S3", bucket.url()),
                    "package",
                    "--template-file",
                    rebuilt.toString(),
                    "--s3-bucket",
                    "bucket",
                    "--output-template-file",
                    folder.resolve("packaged.yaml").toString());

            assertThat(packaged.exitCode())
                    .as(() -> String.join("\n", packaged.output()))
                    .isZero();
            assertThat(bucket.objects()).containsExactlyInAnyOrderElementsOf(zips.values());
        }
    }

    /** The files that a template names, from wherever it counts. */
    private static List<Path> paths(Path template) throws IOException {
        return Files.readAllLines(template).stream()
                .filter(line -> line.matches(" +(CodeUri|ContentUri): .*"))
                .map(line -> line.replaceFirst(" +\\w+: ", ""))
                .map(path -> template.resolveSibling(path).normalize())
                .toList();
    }

    private static Map<String, byte[]> zips(Path output) throws IOException {
        Map<String, byte[]> zips = new TreeMap<>();
        try (var files = Files.newDirectoryStream(output, "*.zip")) {
            for (Path file : files) {
                zips.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return zips;
    }
}
