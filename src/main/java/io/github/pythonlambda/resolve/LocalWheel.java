package io.github.pythonlambda.resolve;

import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.packaging.PackagingSyntaxException;
import io.github.pythonlambda.packaging.WheelFileName;
import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A wheel file in a layer's folder.
 *
 * @param path where it is
 * @param name its file name
 * @param digest of its content
 */
public record LocalWheel(Path path, WheelFileName name, Sha256 digest) {

    /**
     * Reads a wheel's name and content.
     *
     * @throws ProblemException if the file's name is not a wheel's
     */
    public static LocalWheel of(Path path) throws ProblemException, IOException {
        try {
            WheelFileName name = WheelFileName.parse(path.getFileName().toString());
            return new LocalWheel(path, name, Sha256.ofFile(path));
        } catch (PackagingSyntaxException e) {
            throw new ProblemException(
                    Problem.of("a file in a layer's folder is named like a wheel and is none")
                            .at(path)
                            .expected("name-version-python-abi-platform.whl, as the tool that built it named it")
                            .found(e.getMessage())
                            .remedy("give the file its original name, or move it out of the folder"),
                    e);
        }
    }
}
