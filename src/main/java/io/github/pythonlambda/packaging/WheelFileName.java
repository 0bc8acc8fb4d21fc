package io.github.pythonlambda.packaging;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The name of a wheel file: {@code name-version(-build)?-python-abi-platform.whl} (PEP 427).
 *
 * @param text the file name as it is
 * @param name the project
 * @param version the version
 * @param build the build tag as it is, empty if there is none
 * @param tags the tags, spread, in the order of the name
 */
public record WheelFileName(String text, ProjectName name, Version version, String build, List<Tag> tags) {

    public static final String EXTENSION = ".whl";

    /** Letters and digits of all scripts, as packaging has it. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_.]+");

    private static final Pattern BUILD = Pattern.compile("[0-9].*", Pattern.DOTALL);
    private static final int PARTS = 5;

    public WheelFileName {
        tags = List.copyOf(tags);
    }

    /**
     * Reads a wheel's file name.
     *
     * @param fileName a name without folders
     * @throws PackagingSyntaxException if it is not a wheel's name; the message says why
     */
    public static WheelFileName parse(String fileName) throws PackagingSyntaxException {
        if (!fileName.endsWith(EXTENSION)) {
            throw new PackagingSyntaxException("a wheel's file name ends in .whl: '" + fileName + "'");
        }
        String stem = fileName.substring(0, fileName.length() - EXTENSION.length());
        List<String> parts = List.of(stem.split("-", -1));
        if (parts.size() != PARTS && parts.size() != PARTS + 1) {
            throw new PackagingSyntaxException(
                    "a wheel's file name has the form name-version(-build)?-python-abi-platform.whl: '" + fileName
                            + "'");
        }
        String name = parts.get(0);
        if (!NAME.matcher(name).matches() || name.contains("__")) {
            throw new PackagingSyntaxException("not a project name: '" + name + "' in '" + fileName + "'");
        }
        String build = parts.size() > PARTS ? parts.get(2) : "";
        if (parts.size() > PARTS && !BUILD.matcher(build).matches()) {
            throw new PackagingSyntaxException(
                    "a build tag starts with a digit: '" + build + "' in '" + fileName + "'");
        }
        List<String> tag = parts.subList(parts.size() - 3, parts.size());
        return new WheelFileName(
                fileName,
                new ProjectName(name),
                Version.parse(parts.get(1)),
                build,
                Tag.parseSet(String.join("-", tag)));
    }

    /** The compressed tag set as it stands in the name. */
    public String tagSet() {
        List<String> parts =
                List.of(text.substring(0, text.length() - EXTENSION.length()).split("-", -1));
        return String.join("-", parts.subList(parts.size() - 3, parts.size()));
    }

    @Override
    public String toString() {
        return text;
    }
}
