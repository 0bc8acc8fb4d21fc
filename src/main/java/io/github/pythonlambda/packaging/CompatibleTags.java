package io.github.pythonlambda.packaging;

import java.util.ArrayList;
import java.util.List;

/**
 * The tags that an interpreter accepts, best first, in the order of {@code packaging.tags} (pypa/packaging), which is
 * the order in which pip prefers wheels.
 */
public final class CompatibleTags {

    /** {@code abi3}, the stable ABI (PEP 384), came with Python 3.2. */
    private static final int FIRST_STABLE_ABI_MINOR = 2;

    private CompatibleTags() {}

    /**
     * All tags of a CPython build with the GIL: those of {@link #cpython} with its own ABI, then {@link #compatible}.
     *
     * @param minor the minor version of Python 3, such as 13
     * @param platforms platform tags, best first
     */
    public static List<Tag> all(int minor, List<String> platforms) {
        String interpreter = "cp3" + minor;
        List<Tag> tags = new ArrayList<>(cpython(minor, List.of(interpreter), platforms));
        tags.addAll(compatible(minor, interpreter, platforms));
        return List.copyOf(tags);
    }

    /**
     * Tags that name CPython: with its ABIs, the stable ABI of this and all older versions, and no ABI.
     *
     * @param minor the minor version of Python 3
     * @param abis ABI tags, best first; {@code abi3} and {@code none} are added in their places
     * @param platforms platform tags, best first
     */
    public static List<Tag> cpython(int minor, List<String> abis, List<String> platforms) {
        List<Tag> tags = new ArrayList<>();
        String interpreter = "cp3" + minor;
        for (String abi : abis) {
            if (!abi.equals("abi3") && !abi.equals("none")) {
                add(tags, interpreter, abi, platforms);
            }
        }
        if (minor >= FIRST_STABLE_ABI_MINOR) {
            add(tags, interpreter, "abi3", platforms);
        }
        add(tags, interpreter, "none", platforms);
        for (int older = minor - 1; older >= FIRST_STABLE_ABI_MINOR; older--) {
            add(tags, "cp3" + older, "abi3", platforms);
        }
        return List.copyOf(tags);
    }

    /**
     * Tags that any Python of the version accepts: those with a platform, then {@code any}.
     *
     * @param minor the minor version of Python 3
     * @param interpreter interpreter tag for {@code -none-any}, such as {@code cp313}; empty for none
     * @param platforms platform tags, best first
     */
    public static List<Tag> compatible(int minor, String interpreter, List<String> platforms) {
        List<String> versions = new ArrayList<>(List.of("py3" + minor, "py3"));
        for (int older = minor - 1; older >= 0; older--) {
            versions.add("py3" + older);
        }
        List<Tag> tags = new ArrayList<>();
        for (String version : versions) {
            add(tags, version, "none", platforms);
        }
        if (!interpreter.isEmpty()) {
            tags.add(new Tag(interpreter, "none", "any"));
        }
        for (String version : versions) {
            tags.add(new Tag(version, "none", "any"));
        }
        return List.copyOf(tags);
    }

    private static void add(List<Tag> tags, String interpreter, String abi, List<String> platforms) {
        for (String platform : platforms) {
            tags.add(new Tag(interpreter, abi, platform));
        }
    }
}
