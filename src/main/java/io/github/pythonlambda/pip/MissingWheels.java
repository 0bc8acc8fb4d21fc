package io.github.pythonlambda.pip;

import io.github.pythonlambda.packaging.Version;
import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.resolve.ResolveRequest;
import io.github.pythonlambda.resolve.SdistPolicy;
import io.github.pythonlambda.target.Target;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says of a requirement that no file meets what there is instead, why it does not do, and what to ask for. */
final class MissingWheels {

    private static final Pattern TRAILING_ZEROS = Pattern.compile("^([0-9]+\\.[0-9]+?(?:\\.[0-9]+?)*?)(?:\\.0)+$");
    private static final String FROM_A_SYSTEM =
            "; leave it out if it came with an operating system, whose packages pip freeze names too";

    private static final int TAGS_SHOWN = 6;
    private static final int RELEASES_SHOWN = 6;

    private final ResolveRequest request;
    private final Target target;
    private final SdistPolicy sdists;
    private final Substitutes substitutes = Substitutes.load();

    MissingWheels(ResolveRequest request) {
        this.request = request;
        this.target = request.target();
        this.sdists = request.options().sdists();
    }

    /**
     * One problem for each release that is wanted, whoever asks for it: many releases of a package may. What only older
     * releases of a package want is left out.
     */
    List<Problem> explain(List<PipRecord.Missing> missing) {
        Map<List<String>, List<PipRecord.Missing>> groups = missing.stream()
                .collect(Collectors.groupingBy(
                        one -> List.of(
                                one.project(),
                                one.constraint(),
                                wanted(one)
                                        .map(release -> release.version().toString())
                                        .orElse(one.requirement())),
                        LinkedHashMap::new,
                        Collectors.toList()));
        FirstChoice first = new FirstChoice(missing);
        return groups.values().stream()
                .filter(first::isAmong)
                .map(this::problem)
                .toList();
    }

    private static Optional<Release> wanted(PipRecord.Missing missing) {
        return Release.of(missing.offers()).stream().filter(Release::allowed).findFirst();
    }

    private Problem problem(List<PipRecord.Missing> same) {
        PipRecord.Missing missing = same.get(0);
        List<Release> releases = Release.of(missing.offers());
        String all = same.stream().map(PipRecord.Missing::wanted).distinct().collect(Collectors.joining(" and "));
        return wanted(missing)
                .map(wanted -> unfit(all, same, releases, wanted))
                .orElseGet(() -> unknown(missing, releases))
                .at(Askers.places(same));
    }

    private Problem unknown(PipRecord.Missing missing, List<Release> releases) {
        if (releases.isEmpty()) {
            return Problem.of("no wheel of " + missing.wanted() + " can be had for " + target)
                    .found("no index has files of " + missing.project())
                    .remedy(substitutes
                            .of(missing.project())
                            .orElse("check the name in the requirements, and the indexes that are asked"
                                    + (isOfAFreeze(missing) ? FROM_A_SYSTEM : "")));
        }
        if (!missing.constraint().isEmpty()) {
            return Problem.of("no release of %s meets both %s and the constraint %s"
                            .formatted(missing.project(), missing.requirement(), missing.constraint()))
                    .found(offered(missing, releases))
                    .remedy("change the constraint, or what asks for %s".formatted(missing.requirement()));
        }
        Optional<Version> fitting = fitting(releases).map(Release::version);
        return Problem.of("there is no release of %s that meets %s".formatted(missing.project(), missing.wanted()))
                .found(offered(missing, releases))
                .remedy("check the version"
                        + (missing.parents().isEmpty() ? " in the requirements" : "")
                        + fitting.map(version -> "; the newest with a wheel that fits is " + version)
                                .orElse(""));
    }

    /** Whether a line pins a release, as {@code pip freeze} does for all that it finds. */
    private static boolean isOfAFreeze(PipRecord.Missing missing) {
        return missing.parents().isEmpty() && missing.requirement().contains("==");
    }

    private static String offered(PipRecord.Missing missing, List<Release> releases) {
        String some = releases.stream()
                .limit(RELEASES_SHOWN)
                .map(release -> release.version().toString())
                .collect(Collectors.joining(", "));
        return "the index has %s %s%s"
                .formatted(missing.project(), some, releases.size() < RELEASES_SHOWN ? "" : " and older ones");
    }

    private Problem unfit(String all, List<PipRecord.Missing> same, List<Release> releases, Release wanted) {
        PipRecord.Missing missing = same.get(0);
        String release = missing.project() + " " + wanted.version();
        if (wanted.wheels().isEmpty()) {
            return Problem.of("no wheel of " + all + " can be had for " + target)
                    .found("the index has sources of %s, but no wheel".formatted(release))
                    .remedy(alternatives(same, releases, wanted));
        }
        return Problem.of("no wheel of " + all + " fits " + target)
                .expected("a wheel for CPython %s on %s with glibc %s or older"
                        .formatted(
                                target.runtime().pythonVersion(),
                                target.architecture().machine(),
                                target.glibc()))
                .found("%s %s; it has wheels for%n%s"
                        .formatted(release, wanted.reason(target), new TagSets(wanted, target).text(TAGS_SHOWN)))
                .remedy(alternatives(same, releases, wanted));
    }

    private String alternatives(List<PipRecord.Missing> same, List<Release> releases, Release wanted) {
        PipRecord.Missing missing = same.get(0);
        String release = missing.project() + " " + wanted.version();
        List<String> ways = new ArrayList<>();
        substitutes
                .of(missing.project())
                .or(() -> fitting(releases).map(fitting -> otherRelease(same, releases, fitting)))
                .ifPresent(ways::add);
        wanted.runtime(target)
                .ifPresent(runtime -> ways.add("use the runtime %s, which can have %s".formatted(runtime, release)));
        if (wanted.isForWindowsOnly() && missing.parents().isEmpty()) {
            ways.add("let Windows alone have it: %s; sys_platform == 'win32'".formatted(missing.requirement()));
        } else if (canBeBuilt(wanted) && !wanted.isNative() && !sdists.all()) {
            ways.add("let it be built here, if it is pure Python: " + SourceTrouble.wayOut(missing.project()));
        }
        if (canBeBuilt(wanted)) {
            ways.add("build the wheel once on a machine like the function's: pip wheel --no-deps %s==%s%s"
                    .formatted(missing.project(), wanted.version(), folder(missing)));
        } else if (!wanted.isForWindowsOnly() && !wanted.isForOtherPythons(target)) {
            ways.add("put a wheel that fits into the layer's folder");
        }
        if (ways.isEmpty()) {
            ways.add("do without " + missing.project() + ", or get a wheel of it that fits from its authors");
        }
        return String.join(System.lineSeparator() + "or ", ways);
    }

    private boolean canBeBuilt(Release wanted) {
        return wanted.hasSources() && !wanted.isForOtherPythons(target);
    }

    /** Such as {@code require numpy<2.3 in place of numpy>=2.3: 2.2.6 has a wheel that fits}. */
    private static String otherRelease(List<PipRecord.Missing> same, List<Release> releases, Release fitting) {
        PipRecord.Missing missing = same.get(0);
        Optional<Version> next = releases.stream()
                .map(Release::version)
                .filter(version -> version.compareTo(fitting.version()) > 0)
                .min(Comparator.naturalOrder());
        String fits = next.map(version -> fitting.version().toString()).orElse("it") + " has a wheel that fits";
        if (!missing.parents().isEmpty() && missing.constraint().isEmpty()) {
            return "ask for a release of %s that allows %s %s, which has a wheel that fits"
                    .formatted(missing.parents().get(0).name(), missing.project(), fitting.version());
        }
        String pin =
                missing.project() + next.map(version -> "<" + bound(version)).orElse("==" + fitting.version());
        return missing.constraint().isEmpty()
                ? "require %s in place of %s%s: %s"
                        .formatted(pin, missing.requirement(), othersThatRefuse(same, fitting), fits)
                : "let the constraint %s allow %s: %s".formatted(missing.constraint(), pin, fits);
    }

    /** Packages that ask for the same and do not allow a release, in words that follow what to require instead. */
    private static String othersThatRefuse(List<PipRecord.Missing> same, Release fitting) {
        List<String> names = same.stream()
                .filter(one -> !one.parents().isEmpty())
                .filter(one -> Release.of(one.offers()).stream()
                        .noneMatch(release -> release.version().equals(fitting.version()) && release.allowed()))
                .map(one -> one.parents().get(0).name())
                .distinct()
                .toList();
        return names.isEmpty() ? "" : ", and a release of %s that allows it".formatted(String.join(" and of ", names));
    }

    private static Optional<Release> fitting(List<Release> releases) {
        List<Release> fitting = releases.stream().filter(Release::fits).toList();
        return fitting.stream()
                .filter(release -> !release.version().isPrerelease())
                .findFirst()
                .or(() -> fitting.stream().findFirst());
    }

    /** {@code <2.3} says the same as {@code <2.3.0}, and is before its pre-releases too (PEP 440, "Exclusive ordered comparison"). */
    private static String bound(Version version) {
        String text = version.toString().replaceFirst("(a|b|rc)[0-9]+.*$", "");
        return TRAILING_ZEROS.matcher(text).replaceFirst("$1");
    }

    /** The folder of the layer that asks, as an option of {@code pip wheel}. */
    private String folder(PipRecord.Missing missing) {
        return request.layers().stream()
                .flatMap(layer -> layer.requirementsFile().stream())
                .filter(file -> request.layers().size() == 1
                        || PipRecord.place(missing.from()).startsWith(file + " "))
                .map(file -> file.toAbsolutePath().getParent())
                .map(folder -> folder.startsWith(request.directory())
                        ? request.directory().relativize(folder)
                        : folder)
                .findFirst()
                .map(folder -> " -w " + folder)
                .orElse(", and put it into the layer's folder");
    }
}
