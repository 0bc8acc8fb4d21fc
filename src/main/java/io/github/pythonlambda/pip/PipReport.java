package io.github.pythonlambda.pip;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.packaging.PackagingSyntaxException;
import io.github.pythonlambda.packaging.ProjectName;
import io.github.pythonlambda.packaging.WheelFileName;
import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.resolve.ResolvedWheel;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads pip's installation report (pip's documentation, "Installation Report", version 1). */
final class PipReport {

    private static final String SUPPORTED_VERSION = "1";

    private PipReport() {}

    /**
     * The wheels that pip chose, by project name.
     *
     * @param file the report; if there is none, pip had nothing to choose
     * @param indexes project to the index that offers the chosen wheel
     * @param built project name to the wheel that was built of what the report names
     */
    static List<ResolvedWheel> read(Path file, Map<ProjectName, URI> indexes, Map<String, String> built)
            throws IOException, ProblemException {
        if (!Files.exists(file)) {
            return List.of();
        }
        JsonNode report = new ObjectMapper().readTree(file.toFile());
        String version = report.path("version").asText();
        if (!version.equals(SUPPORTED_VERSION)) {
            throw new ProblemException(Problem.of("this pip writes its report in a form that is not known")
                    .expected("version " + SUPPORTED_VERSION)
                    .found("version " + version + ", by pip "
                            + report.path("pip_version").asText())
                    .remedy("leave out <python> and -Dpython-lambda.python to use the embedded interpreter"));
        }
        Map<ProjectName, Path> builtWheels = built.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> new ProjectName(entry.getKey()),
                        entry -> Path.of(entry.getValue()),
                        (first, second) -> first));
        List<ResolvedWheel> wheels = new ArrayList<>();
        for (JsonNode item : report.path("install")) {
            Path wheel = builtWheels.get(
                    new ProjectName(item.path("metadata").path("name").asText()));
            wheels.add(wheel == null ? wheel(item, indexes) : built(item, wheel));
        }
        wheels.sort(Comparator.comparing(ResolvedWheel::name));
        return List.copyOf(wheels);
    }

    private static ResolvedWheel wheel(JsonNode item, Map<ProjectName, URI> indexes) throws ProblemException {
        JsonNode download = item.path("download_info");
        String url = download.path("url").asText();
        try {
            URI source = URI.create(url);
            String path = source.getPath();
            WheelFileName name = WheelFileName.parse(path.substring(path.lastIndexOf('/') + 1));
            Optional<URI> index = Optional.ofNullable(indexes.get(name.name()));
            return new ResolvedWheel(name, DownloadInfo.sha256(download), source, index, Optional.empty());
        } catch (PackagingSyntaxException | IllegalArgumentException e) {
            throw new ProblemException(notAWheel(item, url, e), e);
        }
    }

    private static ResolvedWheel built(JsonNode item, Path wheel) throws ProblemException, IOException {
        try {
            WheelFileName name = WheelFileName.parse(wheel.getFileName().toString());
            return new ResolvedWheel(
                    name,
                    Sha256.ofFile(wheel),
                    wheel.toUri(),
                    Optional.empty(),
                    Optional.of(DownloadInfo.source(
                            item.path("download_info"), item.path("is_direct").asBoolean())));
        } catch (PackagingSyntaxException | IllegalArgumentException e) {
            throw new ProblemException(notAWheel(item, wheel.toString(), e), e);
        }
    }

    private static Problem notAWheel(JsonNode item, String url, Exception cause) {
        JsonNode metadata = item.path("metadata");
        return Problem.of("pip chose a file that is not a wheel with a known content")
                .at(url)
                .expected("a wheel, with its sha256")
                .found(metadata.path("name").asText() + " "
                        + metadata.path("version").asText() + ": " + cause.getMessage())
                .remedy("require a release that has wheels on an index");
    }
}
