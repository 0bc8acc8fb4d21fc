package io.github.pythonlambda.pip;

import io.github.pythonlambda.packaging.GlibcVersion;
import io.github.pythonlambda.packaging.Manylinux;
import io.github.pythonlambda.packaging.Tag;
import io.github.pythonlambda.packaging.TagPreference;
import io.github.pythonlambda.packaging.Version;
import io.github.pythonlambda.target.LambdaCatalog;
import io.github.pythonlambda.target.LambdaRuntime;
import io.github.pythonlambda.target.TagMismatch;
import io.github.pythonlambda.target.Target;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files of one release of a project.
 *
 * @param version the release
 * @param files never none
 */
record Release(Version version, List<Offer> files) {

    Release {
        files = List.copyOf(files);
    }

    /** The releases that some files belong to, newest first. */
    static List<Release> of(List<Offer> offers) {
        Map<Version, List<Offer>> releases = new TreeMap<>(Comparator.reverseOrder());
        releases.putAll(offers.stream().collect(Collectors.groupingBy(Offer::release)));
        return releases.entrySet().stream()
                .map(entry -> new Release(entry.getKey(), entry.getValue()))
                .toList();
    }

    boolean allowed() {
        return files.get(0).allowed();
    }

    /** Whether it has a wheel that fits. */
    boolean fits() {
        return wheels().stream().anyMatch(wheel -> wheel.fits() && !wheel.yanked());
    }

    List<Offer> wheels() {
        return files.stream().filter(Offer::isWheel).toList();
    }

    /** Whether the release is for other Pythons, whatever file is taken. */
    boolean isForOtherPythons(Target target) {
        return files.stream()
                .noneMatch(file -> file.runtimes().contains(target.runtime().id()));
    }

    /** Whether there are wheels, and no other system than Windows has one. */
    boolean isForWindowsOnly() {
        return !wheels().isEmpty()
                && wheels().stream()
                        .flatMap(wheel -> wheel.tags().stream())
                        .allMatch(tag -> tag.platform().startsWith("win"))
                && !hasSources();
    }

    boolean hasSources() {
        return files.stream().anyMatch(file -> !file.isWheel());
    }

    /** Whether there are wheels, all of them for particular machines, so that the project is not pure Python. */
    boolean isNative() {
        return !wheels().isEmpty()
                && wheels().stream().noneMatch(wheel -> wheel.file().endsWith("-any.whl"));
    }

    /** Why a target cannot have it, in words that follow the release's name: {@code needs glibc 2.27}. */
    String reason(Target target) {
        List<Offer> wheels = wheels();
        if (wheels.isEmpty()) {
            return "has sources only, and no wheel";
        }
        if (files.stream().allMatch(Offer::yanked)) {
            return "was withdrawn by its authors";
        }
        Optional<Offer> otherPythons = wheels.stream()
                .filter(wheel -> wheel.isForOtherPythons()
                        || !wheel.runtimes().contains(target.runtime().id()))
                .findFirst();
        // pip looks at the tags first, but this is what the authors say.
        if (otherPythons.isPresent() && wheels.stream().noneMatch(Offer::fits)) {
            return "requires Python " + otherPythons.get().requiresPython();
        }
        List<String> reasons = OtherPythons.joined(TagMismatch.reasons(closest(wheels, target), target).stream()
                        .map(reason -> reason.split(", ", 2)[0])
                        .distinct()
                        .toList())
                .stream()
                .map(reason -> reason.startsWith("for ") || reason.startsWith("built for ") ? "is " + reason : reason)
                .toList();
        return reasons.isEmpty() ? "has no wheel with a name that can be read" : String.join(" and ", reasons);
    }

    /** The tags that a reader would look at: for the target's machine if there are any, with the oldest glibc. */
    private static List<Tag> closest(List<Offer> wheels, Target target) {
        List<Tag> all = wheels.stream().flatMap(wheel -> wheel.tags().stream()).toList();
        String machine = target.architecture().machine();
        Predicate<Tag> linux = tag -> !tag.platform().startsWith("musl");
        List<Predicate<Tag>> wishes = List.of(
                tag -> tag.platform().equals("any"),
                linux.and(tag ->
                        tag.platform().contains("linux") && tag.platform().endsWith("_" + machine)),
                linux.and(tag -> tag.platform().contains("linux")));
        List<Tag> found = wishes.stream()
                .map(wish -> all.stream().filter(wish).toList())
                .filter(tags -> !tags.isEmpty())
                .findFirst()
                .orElse(all);
        List<Tag> own = found.stream().filter(tag -> isForPython(tag, target)).toList();
        List<Tag> tags = own.isEmpty() ? found : own;
        Optional<GlibcVersion> oldest = tags.stream()
                .flatMap(tag -> Manylinux.glibcOf(tag.platform()).stream())
                .min(Comparator.naturalOrder());
        return tags.stream()
                .filter(tag -> Manylinux.glibcOf(tag.platform()).equals(oldest)
                        || Manylinux.glibcOf(tag.platform()).isEmpty())
                .toList();
    }

    private static boolean isForPython(Tag tag, Target target) {
        return target.tags().stream()
                .anyMatch(own ->
                        own.interpreter().equals(tag.interpreter()) && own.abi().equals(tag.abi()));
    }

    /** A supported runtime that can have a wheel of this release on the same architecture, preferably the next newer one. */
    Optional<String> runtime(Target target) {
        LambdaCatalog catalog = LambdaCatalog.load();
        List<LambdaRuntime> all = catalog.runtimes();
        int minor = target.runtime().pythonMinor();
        Stream<LambdaRuntime> newer =
                all.stream().filter(runtime -> runtime.pythonMinor() > minor && !runtime.preview());
        Stream<LambdaRuntime> older = all.stream()
                .filter(runtime -> runtime.pythonMinor() < minor && !runtime.isDeprecated(catalog.asOf()))
                .sorted(Comparator.comparing(LambdaRuntime::pythonMinor).reversed());
        Stream<LambdaRuntime> previews =
                all.stream().filter(runtime -> runtime.pythonMinor() > minor && runtime.preview());
        return Stream.of(newer, older, previews)
                .flatMap(runtimes -> runtimes)
                .filter(runtime -> runtime.architectures().contains(target.architecture()))
                .filter(runtime -> canHave(new Target(runtime, target.architecture(), runtime.pythonFullVersion())))
                .map(LambdaRuntime::id)
                .findFirst();
    }

    private boolean canHave(Target target) {
        TagPreference preference = new TagPreference(target.tags());
        return wheels().stream()
                .filter(wheel -> !wheel.yanked())
                .filter(wheel -> wheel.runtimes().contains(target.runtime().id()))
                .anyMatch(wheel -> preference.best(wheel.tags()).isPresent());
    }
}
