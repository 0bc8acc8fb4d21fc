package io.github.pythonlambda.describe;

/** Names of the files that describe a build: those of apps with a name of their own start with it. */
final class DescriptionName {

    private DescriptionName() {}

    static String of(String finalName, String fileName) {
        return finalName.equals(AppZip.DEFAULT_NAME) ? fileName : finalName + "-" + fileName;
    }

    static boolean is(String name, String fileName) {
        return name.equals(fileName) || name.endsWith("-" + fileName);
    }
}
