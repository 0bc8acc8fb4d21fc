package io.github.pythonlambda.pip;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.pythonlambda.packaging.PackagingSyntaxException;
import io.github.pythonlambda.packaging.Tag;
import io.github.pythonlambda.packaging.Version;
import io.github.pythonlambda.packaging.WheelFileName;
import java.util.List;

/**
 * A file that an index offers, as {@code lambda_offers.py} describes it.
 *
 * @param file its name
 * @param version its release, as pip reads it
 * @param verdict what pip makes of it for the target
 * @param allowed whether the requirements allow its release
 * @param yanked whether it was withdrawn
 * @param requiresPython the Pythons it is for, empty for all
 * @param runtimes the Lambda runtimes whose Python is one of them
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Offer(
        @JsonProperty("file") String file,
        @JsonProperty("version") String version,
        @JsonProperty("verdict") String verdict,
        @JsonProperty("allowed") boolean allowed,
        @JsonProperty("yanked") boolean yanked,
        @JsonProperty("requires_python") String requiresPython,
        @JsonProperty("runtimes") List<String> runtimes) {

    boolean fits() {
        return verdict.equals("fits");
    }

    boolean isForOtherPythons() {
        return verdict.equals("python");
    }

    boolean isWheel() {
        return file.endsWith(WheelFileName.EXTENSION);
    }

    Version release() {
        try {
            return Version.parse(version);
        } catch (PackagingSyntaxException e) {
            throw new IllegalStateException("pip gave a version that is none", e);
        }
    }

    /** A wheel's tags; none for other files, and for wheels that are named wrongly, which an index may hold. */
    List<Tag> tags() {
        try {
            return isWheel() ? WheelFileName.parse(file).tags() : List.of();
        } catch (PackagingSyntaxException e) {
            return List.of();
        }
    }
}
