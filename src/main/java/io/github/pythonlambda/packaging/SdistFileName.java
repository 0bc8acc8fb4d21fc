package io.github.pythonlambda.packaging;

import java.util.List;

/**
 * The name of a source distribution's file: {@code name-version.tar.gz} (PEP 625), or {@code .zip} as it once could be.
 *
 * @param text the file name as it is
 * @param name the project
 * @param version the version
 */
public record SdistFileName(String text, ProjectName name, Version version) {

    private static final List<String> EXTENSIONS = List.of(".tar.gz", ".zip");

    /**
     * Reads a source distribution's file name.
     *
     * @param fileName a name without folders
     * @throws PackagingSyntaxException if it is no such name; the message says why
     */
    public static SdistFileName parse(String fileName) throws PackagingSyntaxException {
        String extension = EXTENSIONS.stream()
                .filter(fileName::endsWith)
                .findFirst()
                .orElseThrow(() -> new PackagingSyntaxException(
                        "a source distribution's file name ends in .tar.gz or .zip: '" + fileName + "'"));
        String stem = fileName.substring(0, fileName.length() - extension.length());
        int dash = stem.lastIndexOf('-');
        if (dash < 1) {
            throw new PackagingSyntaxException(
                    "a source distribution's file name has the form name-version" + extension + ": '" + fileName + "'");
        }
        return new SdistFileName(
                fileName, new ProjectName(stem.substring(0, dash)), Version.parse(stem.substring(dash + 1)));
    }

    @Override
    public String toString() {
        return text;
    }
}
