package io.github.pythonlambda.python;

/**
 * A build of CPython that Maven can fetch: {@code org.bytedeco:cpython:<version>:jar:<classifier>}.
 *
 * @param python its Python version, such as {@code 3.14.3}
 * @param version the artifact's version
 * @param classifier the host platform, in the artifact's words
 */
public record CpythonRelease(String python, String version, String classifier) {

    public static final String GROUP_ID = "org.bytedeco";
    public static final String ARTIFACT_ID = "cpython";

    /** Major and minor version, such as {@code 3.14}. */
    String minorVersion() {
        return python.substring(0, python.lastIndexOf('.'));
    }

    @Override
    public String toString() {
        return GROUP_ID + ":" + ARTIFACT_ID + ":" + version + ":jar:" + classifier;
    }
}
