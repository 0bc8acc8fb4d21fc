package io.github.pythonlambda.pip;

import io.github.pythonlambda.json.JsonValue;
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
record Offer(
        String file,
        String version,
        String verdict,
        boolean allowed,
        boolean yanked,
        String requiresPython,
        List<String> runtimes) {

    static Offer of(JsonValue json) {
        return new Offer(
                json.get("file").text(),
                json.get("version").text(),
                json.get("verdict").text(),
                json.get("allowed").booleanValue(),
                json.get("yanked").booleanValue(),
                json.get("requires_python").text(),
                json.get("runtimes").texts());
    }

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
