package io.github.pythonlambda.pylock;

import io.github.pythonlambda.packaging.Marker;
import io.github.pythonlambda.packaging.MarkerEnvironment;
import io.github.pythonlambda.packaging.PackagingSyntaxException;
import io.github.pythonlambda.packaging.ProjectName;
import io.github.pythonlambda.packaging.SpecifierSet;
import io.github.pythonlambda.packaging.TagPreference;
import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Chooses what to install from a lock in one environment: the steps that PEP 751 gives to installers, in the way of
 * {@code packaging.pylock} (pypa/packaging).
 */
public final class PylockSelector {

    private static final int SHOWN_TAGS = 8;

    private final Map<String, String> markerValues;
    private final WheelChoice wheelChoice;

    /**
     * @param markerValues the variables of PEP 508; {@code python_full_version} is also the Python that the lock and its
     *     packages have to be for
     * @param tags what wheels can be installed
     */
    public PylockSelector(Map<String, String> markerValues, TagPreference tags) {
        this.markerValues = Map.copyOf(markerValues);
        this.wheelChoice = new WheelChoice(tags);
    }

    /**
     * Selects what to install, in the order of the lock.
     *
     * @param file the lock file as messages name it
     * @throws ProblemException if the lock is not for this environment, or else all that is wrong with its packages
     */
    public List<SelectedPackage> select(Pylock lock, LockChoice choice, String file) throws ProblemException {
        return new Selection(lock, choice, file).select();
    }

    /** One selection and what is wrong with it so far. */
    private final class Selection {

        private final Pylock lock;
        private final LockChoice choice;
        private final String file;
        private final MarkerEnvironment environment;
        private final String python;
        private final List<Problem> problems = new ArrayList<>();

        Selection(Pylock lock, LockChoice choice, String file) {
            this.lock = lock;
            this.choice = choice;
            this.file = file;
            Set<ProjectName> chosen = choice.dependencyGroups();
            environment = new MarkerEnvironment(
                    markerValues,
                    texts(choice.extras()),
                    chosen == null ? Set.copyOf(lock.defaultGroups()) : texts(chosen));
            python = Objects.requireNonNull(environment.values().get("python_full_version"));
        }

        List<SelectedPackage> select() throws ProblemException {
            checkLock();
            // In the wrong environment, everything that could be said of the packages would follow from that.
            throwProblems();
            List<LockedPackage> applying = applying();
            List<SelectedPackage> selected = new ArrayList<>(applying.size());
            for (LockedPackage locked : applying) {
                source(locked).ifPresent(source -> selected.add(new SelectedPackage(locked, source)));
            }
            throwProblems();
            return List.copyOf(selected);
        }

        private void throwProblems() throws ProblemException {
            if (!problems.isEmpty()) {
                throw new ProblemException(problems);
            }
        }

        private void checkLock() {
            checkPython("the lock file is not for this version of Python", lock.requiresPython(), file);
            if (!lock.environments().isEmpty()
                    && lock.environments().stream().noneMatch(marker -> holds(marker, "environments"))) {
                problems.add(Problem.of("the lock file is not for this environment")
                        .at(file)
                        .expected(lock.environments().stream()
                                .map(Marker::toString)
                                .collect(Collectors.joining("\n")))
                        .found(describeEnvironment())
                        .remedy("lock again for this environment, or for all (universal)"));
            }
            List<ProjectName> extras = lock.extras();
            checkKnown("extra", choice.extras(), extras == null ? List.of() : extras);
            List<String> groups = lock.dependencyGroups();
            List<ProjectName> known = new ArrayList<>();
            lock.defaultGroups().forEach(group -> known.add(new ProjectName(group)));
            if (groups != null) {
                groups.forEach(group -> known.add(new ProjectName(group)));
            }
            Set<ProjectName> chosen = choice.dependencyGroups();
            checkKnown("dependency group", chosen == null ? Set.of() : chosen, known);
        }

        private void checkPython(String what, @Nullable SpecifierSet requires, String where) {
            if (requires != null && !requires.contains(python)) {
                problems.add(Problem.of(what)
                        .at(where)
                        .expected("Python " + requires)
                        .found("Python " + python)
                        .remedy("lock again for this version of Python, or choose another"));
            }
        }

        private void checkKnown(String kind, Set<ProjectName> asked, Collection<ProjectName> known) {
            for (ProjectName name : new TreeSet<>(asked)) {
                if (!known.contains(name)) {
                    problems.add(Problem.of("the lock file has no " + kind + " '" + name + "'")
                            .at(file)
                            .expected(
                                    known.isEmpty()
                                            ? "none"
                                            : "one of " + String.join(", ", new TreeSet<>(texts(known))))
                            .found(name.toString())
                            .remedy("correct the name, or lock again with this " + kind));
                }
            }
        }

        /** The entries whose markers hold, of each name the first. */
        private List<LockedPackage> applying() {
            Map<ProjectName, List<LockedPackage>> byName = new LinkedHashMap<>();
            for (LockedPackage locked : lock.packages()) {
                Marker marker = locked.marker();
                if (marker == null || holds(marker, locked.toString())) {
                    checkPython(
                            "a package of the lock file is not for this version of Python",
                            locked.requiresPython(),
                            file + ", " + locked);
                    byName.computeIfAbsent(locked.name(), name -> new ArrayList<>())
                            .add(locked);
                }
            }
            byName.values().stream().filter(entries -> entries.size() > 1).forEach(this::reportAmbiguous);
            return byName.values().stream().map(entries -> entries.get(0)).toList();
        }

        private void reportAmbiguous(List<LockedPackage> entries) {
            problems.add(Problem.of("several entries of " + entries.get(0).name() + " apply")
                    .at(file)
                    .expected("one")
                    .found(entries.stream()
                            .map(entry -> entry.marker() == null ? entry.toString() : entry + "; " + entry.marker())
                            .collect(Collectors.joining("\n")))
                    .remedy("ask for fewer extras and groups, or lock again"));
        }

        private boolean holds(Marker marker, String where) {
            try {
                return marker.evaluate(environment);
            } catch (PackagingSyntaxException e) {
                problems.add(Problem.of(e.getMessage())
                        .at(file + ", " + where)
                        .found(marker.toString())
                        .remedy("lock again with the tool that made the file, " + lock.createdBy()));
                return false;
            }
        }

        private Optional<? extends InstallSource> source(LockedPackage locked) {
            if (locked.source() instanceof DirectSource direct) {
                return Optional.of(direct);
            }
            Distributions distributions = (Distributions) locked.source();
            Optional<LockedWheel> wheel = wheelChoice.best(distributions.wheels());
            if (wheel.isPresent()) {
                return wheel;
            }
            if (distributions.sdist() == null) {
                reportNoWheel(locked, distributions.wheels());
            }
            return Optional.ofNullable(distributions.sdist());
        }

        private void reportNoWheel(LockedPackage locked, List<LockedWheel> wheels) {
            String tags = wheels.stream()
                    .limit(SHOWN_TAGS)
                    .map(wheel -> wheel.fileName().tagSet())
                    .collect(Collectors.joining("\n"));
            problems.add(Problem.of("no wheel of " + locked + " fits, and there is no sdist")
                    .at(file)
                    .expected("a wheel for " + describeEnvironment())
                    .found(wheels.size() > SHOWN_TAGS ? tags + "\nand " + (wheels.size() - SHOWN_TAGS) + " more" : tags)
                    .remedy("lock again for this environment, or another version of the package"));
        }

        private String describeEnvironment() {
            return "Python " + python + " on " + markerValues.get("sys_platform") + ", "
                    + markerValues.get("platform_machine");
        }

        private static Set<String> texts(Collection<ProjectName> names) {
            return names.stream().map(ProjectName::canonical).collect(Collectors.toSet());
        }
    }
}
