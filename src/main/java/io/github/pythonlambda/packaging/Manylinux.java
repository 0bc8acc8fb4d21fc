package io.github.pythonlambda.packaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The platform tags of Linux with glibc: {@code manylinux_2_17_aarch64} (PEP 600) and its older names. */
public final class Manylinux {

    /** The names of PEP 513, 571 and 599, by the glibc that they stand for (PEP 600, "Legacy manylinux tags"). */
    private static final Map<GlibcVersion, String> LEGACY_NAMES = Map.of(
            new GlibcVersion(2, 5), "manylinux1",
            new GlibcVersion(2, 12), "manylinux2010",
            new GlibcVersion(2, 17), "manylinux2014");

    private static final Pattern PERENNIAL = Pattern.compile("manylinux_([0-9]{1,4})_([0-9]{1,4})_(.+)");
    private static final Pattern LEGACY = Pattern.compile("(manylinux(?:1|2010|2014))_(.+)");

    /** x86_64 is the one machine with wheels older than manylinux2014. */
    private static final int FIRST_X86_64_MINOR = 5;

    private static final int FIRST_OTHER_MINOR = 17;

    private Manylinux() {}

    /**
     * All platform tags that run on a machine, best first: each glibc from the given one down, its older name right
     * behind it, and {@code linux_<machine>} last (the order of a real Lambda, and of pypa/packaging up to 26.2).
     *
     * @param glibc a version 2.x
     * @param machine {@code x86_64} or {@code aarch64}
     */
    public static List<String> platforms(GlibcVersion glibc, String machine) {
        int oldest = machine.equals("x86_64") ? FIRST_X86_64_MINOR : FIRST_OTHER_MINOR;
        List<String> platforms = new ArrayList<>();
        for (int minor = glibc.minor(); minor >= oldest; minor--) {
            platforms.add("manylinux_" + glibc.major() + "_" + minor + "_" + machine);
            String legacy = LEGACY_NAMES.get(new GlibcVersion(glibc.major(), minor));
            if (legacy != null) {
                platforms.add(legacy + "_" + machine);
            }
        }
        platforms.add("linux_" + machine);
        return List.copyOf(platforms);
    }

    /** The glibc that a manylinux platform tag asks for, under either kind of name; empty for all other platforms. */
    public static Optional<GlibcVersion> glibcOf(String platform) {
        Matcher perennial = PERENNIAL.matcher(platform);
        if (perennial.matches()) {
            return Optional.of(GlibcVersion.parse(perennial.group(1) + "." + perennial.group(2)));
        }
        Matcher legacy = LEGACY.matcher(platform);
        if (!legacy.matches()) {
            return Optional.empty();
        }
        return LEGACY_NAMES.entrySet().stream()
                .filter(name -> name.getValue().equals(legacy.group(1)))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
