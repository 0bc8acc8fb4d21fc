package io.github.pythonlambda.pip;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.packaging.PackagingSyntaxException;
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
import java.util.Optional;

/** Reads pip's installation report (pip's documentation, "Installation Report", version 1). */
final class PipReport {

    private static final String SUPPORTED_VERSION = "1";

    private PipReport() {}

    /**
     * The wheels that pip chose, by project name.
     *
     * @param file the report; if there is none, pip had nothing to choose
     */
    static List<ResolvedWheel> read(Path file) throws IOException, ProblemException {
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
        List<ResolvedWheel> wheels = new ArrayList<>();
        for (JsonNode item : report.path("install")) {
            wheels.add(wheel(item));
        }
        wheels.sort(Comparator.comparing(ResolvedWheel::name));
        return List.copyOf(wheels);
    }

    private static ResolvedWheel wheel(JsonNode item) throws ProblemException {
        JsonNode download = item.path("download_info");
        String url = download.path("url").asText();
        String digest =
                download.path("archive_info").path("hashes").path("sha256").asText();
        try {
            URI source = URI.create(url);
            String path = source.getPath();
            WheelFileName name = WheelFileName.parse(path.substring(path.lastIndexOf('/') + 1));
            return new ResolvedWheel(name, new Sha256(digest), source, Optional.empty(), Optional.empty());
        } catch (PackagingSyntaxException | IllegalArgumentException e) {
            JsonNode metadata = item.path("metadata");
            throw new ProblemException(
                    Problem.of("pip chose a file that is not a wheel with a known content")
                            .at(url)
                            .expected("a wheel, with its sha256")
                            .found(metadata.path("name").asText() + " "
                                    + metadata.path("version").asText() + ": " + e.getMessage())
                            .remedy("require a release that has wheels on an index"),
                    e);
        }
    }
}
