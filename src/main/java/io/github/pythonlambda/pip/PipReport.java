package io.github.pythonlambda.pip;

import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.json.JsonValue;
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
        JsonValue report = JsonValue.read(file);
        String version = report.get("version").text();
        if (!version.equals(SUPPORTED_VERSION)) {
            throw new ProblemException(Problem.of("this pip writes its report in a form that is not known")
                    .expected("version " + SUPPORTED_VERSION)
                    .found("version " + version + ", by pip "
                            + report.get("pip_version").text())
                    .remedy("leave out <python> and -Dpython-lambda.python to use the embedded interpreter"));
        }
        Map<ProjectName, Path> builtWheels = built.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> new ProjectName(entry.getKey()),
                        entry -> Path.of(entry.getValue()),
                        (first, second) -> first));
        List<ResolvedWheel> wheels = new ArrayList<>();
        for (JsonValue item : report.get("install").items()) {
            Path wheel = builtWheels.get(
                    new ProjectName(item.get("metadata").get("name").text()));
            wheels.add(wheel == null ? wheel(item, indexes) : built(item, wheel));
        }
        wheels.sort(Comparator.comparing(ResolvedWheel::name));
        return List.copyOf(wheels);
    }

    private static ResolvedWheel wheel(JsonValue item, Map<ProjectName, URI> indexes) throws ProblemException {
        JsonValue download = item.get("download_info");
        String url = download.get("url").text();
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

    private static ResolvedWheel built(JsonValue item, Path wheel) throws ProblemException, IOException {
        try {
            WheelFileName name = WheelFileName.parse(wheel.getFileName().toString());
            return new ResolvedWheel(
                    name,
                    Sha256.ofFile(wheel),
                    wheel.toUri(),
                    Optional.empty(),
                    Optional.of(DownloadInfo.source(
                            item.get("download_info"), item.get("is_direct").booleanValue())));
        } catch (PackagingSyntaxException | IllegalArgumentException e) {
            throw new ProblemException(notAWheel(item, wheel.toString(), e), e);
        }
    }

    private static Problem notAWheel(JsonValue item, String url, Exception cause) {
        JsonValue metadata = item.get("metadata");
        return Problem.of("pip chose a file that is not a wheel with a known content")
                .at(url)
                .expected("a wheel, with its sha256")
                .found(metadata.get("name").text() + " "
                        + metadata.get("version").text() + ": " + cause.getMessage())
                .remedy("require a release that has wheels on an index");
    }
}
