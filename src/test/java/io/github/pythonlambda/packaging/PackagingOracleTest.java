package io.github.pythonlambda.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.target.Architecture;
import io.github.pythonlambda.target.LambdaCatalog;
import io.github.pythonlambda.target.LambdaRuntime;
import io.github.pythonlambda.target.Target;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Compares this package with the pypa/packaging that it is the twin of, over thousands of made-up texts, right and wrong.
 * The texts are the same in every run; {@code -Dtest.oracle.seed=1} makes others.
 *
 * <p>Python comes from the build's own jar, packaging from pip's default index: that is whatever the user's pip settings
 * say. What was installed once is kept under {@code target}. If it cannot be installed, the test fails; only where there is
 * no connection to the index is it skipped.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PackagingOracleTest {

    private static final long SEED = 508_440;

    private final Spellings spellings = new Spellings(Long.getLong("test.oracle.seed", SEED));
    private final Map<Target, TagPreference> preferences = new HashMap<>();
    private final Map<List<Object>, String> ours = new LinkedHashMap<>();
    private final Map<List<Object>, String> theirs = new LinkedHashMap<>();

    /** Something that is refused if one of its texts is. */
    private interface Answer {
        String get() throws PackagingSyntaxException;
    }

    @BeforeAll
    void askAllAtOnce() throws IOException, ProblemException {
        List<Target> targets = targets();
        repeat(4000, () -> version(maybeOdd(spellings.version(), 40)));
        repeat(4000, () -> order(spellings.version(), spellings.version()));
        repeat(4000, () -> specifier(maybeOdd(spellings.clause(), 40)));
        repeat(8000, () -> contains(maybeOdd(spellings.clauses(), 10), maybeOdd(spellings.version(), 10)));
        repeat(2000, () -> choices(spellings.clauses(), spellings.some(6, spellings::version)));
        repeat(2000, this::same);
        repeat(
                8000,
                () -> marker(
                        maybeOdd(spellings.marker(), 25),
                        spellings.one(targets),
                        spellings.extras(),
                        spellings.extras()));
        repeat(6000, () -> requirement(maybeOdd(spellings.requirement(), 30)));
        repeat(1000, () -> name(maybeOdd(spellings.name(), 50)));
        repeat(2000, () -> wheel(maybeOdd(spellings.wheel(), 40)));
        repeat(1000, () -> sdist(maybeOdd(spellings.sdist(), 40)));
        repeat(1000, () -> tag(maybeOdd(spellings.tagSet(), 40)));
        targets.forEach(this::tags);
        repeat(2000, () -> preferred(spellings.one(targets), spellings.some(12, spellings::wheel)));

        List<List<Object>> questions = List.copyOf(ours.keySet());
        List<String> answers = new PackagingOracle().ask(questions);
        assertThat(answers).hasSameSizeAs(questions);
        IntStream.range(0, answers.size()).forEach(i -> theirs.put(questions.get(i), answers.get(i)));
    }

    @Test
    void versionsAreReadAlike() {
        assertNoDifference("version");
    }

    @Test
    void versionsAreOrderedAlike() {
        assertNoDifference("order");
    }

    @Test
    void clausesAreReadAlike() {
        assertNoDifference("specifier");
    }

    @Test
    void specifiersContainTheSame() {
        assertNoDifference("contains");
    }

    @Test
    void specifiersChooseTheSame() {
        assertNoDifference("choices");
    }

    @Test
    void specifiersAreEqualAlike() {
        assertNoDifference("same");
    }

    @Test
    void markersAreReadAndEvaluatedAlike() {
        assertNoDifference("marker");
    }

    @Test
    void requirementsAreReadAlike() {
        assertNoDifference("requirement");
    }

    @Test
    void namesAreReadAlike() {
        assertNoDifference("name");
    }

    @Test
    void fileNamesAreReadAlike() {
        assertNoDifference("wheel");
        assertNoDifference("sdist");
    }

    @Test
    void tagsAreReadAlike() {
        assertNoDifference("tag");
    }

    @Test
    void targetsAcceptTheSameTagsInTheSameOrder() {
        assertNoDifference("tags");
    }

    @Test
    void theSameWheelsArePreferred() {
        assertNoDifference("preferred");
    }

    private void assertNoDifference(String kind) {
        List<List<Object>> questions = ours.keySet().stream()
                .filter(question -> question.get(0).equals(kind))
                .toList();
        assertThat(questions).isNotEmpty();
        assertThat(questions)
                .filteredOn(question -> !ours.get(question).equals(theirs.get(question)))
                .extracting(question ->
                        question + "\n  ours:   " + ours.get(question) + "\n  theirs: " + theirs.get(question))
                .isEmpty();
    }

    private static List<Target> targets() throws ProblemException {
        LambdaCatalog catalog = LambdaCatalog.load();
        List<Target> targets = new ArrayList<>();
        for (LambdaRuntime runtime : catalog.runtimes()) {
            for (Architecture architecture : runtime.architectures()) {
                targets.add(catalog.target(runtime.id(), architecture.id(), null));
            }
        }
        return targets;
    }

    private static void repeat(int times, Runnable question) {
        for (int i = 0; i < times; i++) {
            question.run();
        }
    }

    private String maybeOdd(String text, int percent) {
        return spellings.chance(percent) ? spellings.odd(text) : text;
    }

    private void ask(List<Object> question, Answer answer) {
        String text;
        try {
            text = answer.get();
        } catch (PackagingSyntaxException e) {
            text = "invalid";
        }
        ours.put(question, text);
    }

    private void version(String text) {
        ask(List.of("version", text), () -> {
            Version version = Version.parse(text);
            return String.join(
                    " ",
                    version.toString(),
                    version.withoutLocal().toString(),
                    version.epoch().toString(),
                    version.release().stream().map(Object::toString).collect(Collectors.joining(".")),
                    String.join(".", version.local()),
                    flags(version.isPrerelease(), version.isPostrelease(), version.isDevrelease()),
                    version.withoutTrailingZeros().toString());
        });
    }

    private void order(String first, String second) {
        ask(List.of("order", first, second), () -> {
            Version a = Version.parse(first);
            Version b = Version.parse(second);
            int order = a.compareTo(b);
            if (order == 0 && a.hashCode() != b.hashCode()) {
                return "equal with different hashes";
            }
            return order < 0 ? "<" : order > 0 ? ">" : "=";
        });
    }

    private void specifier(String text) {
        ask(List.of("specifier", text), () -> {
            Specifier specifier = Specifier.parse(text);
            return specifier.operator() + " " + specifier.text() + " " + flags(specifier.namesPrerelease());
        });
    }

    private void contains(String text, String candidate) {
        ask(List.of("contains", text, candidate), () -> {
            SpecifierSet set = SpecifierSet.parse(text);
            String asText = set + " " + flags(set.contains(candidate), set.contains(candidate, false));
            try {
                Version version = Version.parse(candidate);
                return asText + flags(set.contains(version), set.contains(version, false));
            } catch (PackagingSyntaxException e) {
                return asText;
            }
        });
    }

    private void choices(String text, List<String> candidates) {
        ask(List.of("choices", text, candidates), () -> {
            List<Version> versions = new ArrayList<>();
            for (String candidate : candidates) {
                versions.add(Version.parse(candidate));
            }
            return join(SpecifierSet.parse(text).choices(versions));
        });
    }

    private void same() {
        String first = spellings.clauses();
        String second = spellings.chance(80) ? spellings.respelled(first) : spellings.clauses();
        ask(
                List.of("same", first, second),
                () -> flags(SpecifierSet.parse(first).equals(SpecifierSet.parse(second))));
    }

    private void marker(String text, Target target, List<String> extras, List<String> groups) {
        Map<String, String> values = target.markerEnvironment();
        ask(List.of("marker", text, values, extras, groups), () -> {
            Marker marker = Marker.parse(text);
            try {
                boolean holds = marker.evaluate(new MarkerEnvironment(values, Set.copyOf(extras), Set.copyOf(groups)));
                return shown(marker) + " " + flags(holds);
            } catch (PackagingSyntaxException e) {
                return shown(marker) + " refused";
            }
        });
    }

    /** packaging cannot show a text that has both kinds of quotes. */
    private static String shown(Marker marker) {
        return hasBothQuotes(marker) ? "?" : marker.toString();
    }

    private static boolean hasBothQuotes(Marker marker) {
        return marker.comparisons().stream()
                .flatMap(comparison -> List.of(comparison.left(), comparison.right()).stream())
                .anyMatch(operand ->
                        operand.text().contains("'") && operand.text().contains("\""));
    }

    private void requirement(String text) {
        ask(List.of("requirement", text), () -> {
            Requirement requirement = Requirement.parse(text);
            boolean showable = requirement
                    .marker()
                    .filter(PackagingOracleTest::hasBothQuotes)
                    .isEmpty();
            return String.join(
                    "|",
                    requirement.spelledName(),
                    requirement.name().canonical(),
                    String.join(",", new TreeSet<>(requirement.extras())),
                    requirement.specifiers().toString(),
                    requirement.url().orElse(""),
                    showable ? requirement.marker().map(Marker::toString).orElse("") : "?",
                    showable ? requirement.toString() : "?");
        });
    }

    private void name(String text) {
        ask(List.of("name", text), () -> {
            String valid;
            try {
                valid = ProjectName.parse(text).canonical();
            } catch (PackagingSyntaxException e) {
                valid = "";
            }
            return new ProjectName(text) + "|" + valid + "|" + flags(ProjectName.isCanonical(text));
        });
    }

    private void wheel(String text) {
        ask(List.of("wheel", text), () -> {
            WheelFileName wheel = WheelFileName.parse(text);
            // packaging keeps the build tag as a number and what follows it in the line.
            String build = wheel.build().replaceFirst("^0+(?=[0-9])", "").replaceFirst("(?s)\n.*", "");
            return wheel.name() + " " + wheel.version() + " " + build + " " + sorted(wheel.tags());
        });
    }

    private void sdist(String text) {
        ask(List.of("sdist", text), () -> {
            SdistFileName sdist = SdistFileName.parse(text);
            return sdist.name() + " " + sdist.version();
        });
    }

    private void tag(String text) {
        ask(List.of("tag", text), () -> sorted(Tag.parseSet(text)));
    }

    private void tags(Target target) {
        ask(List.of("tags", target.runtime().pythonMinor(), platforms(target)), () -> join(target.tags()));
    }

    private void preferred(Target target, List<String> wheels) {
        List<String> distinct =
                wheels.stream().distinct().filter(PackagingOracleTest::isWheel).toList();
        ask(List.of("preferred", target.runtime().pythonMinor(), platforms(target), distinct), () -> {
            TagPreference preference = preferences.computeIfAbsent(target, key -> new TagPreference(key.tags()));
            Map<String, Collection<Tag>> tags = new LinkedHashMap<>();
            for (String wheel : distinct) {
                tags.put(wheel, WheelFileName.parse(wheel).tags());
            }
            return distinct.stream()
                    .filter(wheel -> preference.best(tags.get(wheel)).isPresent())
                    .sorted((a, b) -> preference.bestFirst().compare(tags.get(a), tags.get(b)))
                    .collect(Collectors.joining(" "));
        });
    }

    private static boolean isWheel(String text) {
        try {
            WheelFileName.parse(text);
            return true;
        } catch (PackagingSyntaxException e) {
            return false;
        }
    }

    private static List<String> platforms(Target target) {
        return Manylinux.platforms(target.glibc(), target.architecture().machine());
    }

    private static String join(List<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(" "));
    }

    private static String sorted(List<Tag> tags) {
        return tags.stream().map(Tag::toString).distinct().sorted().collect(Collectors.joining(" "));
    }

    private static String flags(boolean... values) {
        StringBuilder flags = new StringBuilder();
        for (boolean value : values) {
            flags.append(value ? 'y' : 'n');
        }
        return flags.toString();
    }
}
