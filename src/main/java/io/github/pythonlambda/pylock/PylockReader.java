package io.github.pythonlambda.pylock;

import io.github.pythonlambda.packaging.Marker;
import io.github.pythonlambda.packaging.SpecifierSet;
import io.github.pythonlambda.packaging.Version;
import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads lock files. All that is wrong in one is told in one go, one problem for each package. */
public final class PylockReader {

    private final String file;
    private final List<Problem> problems = new ArrayList<>();

    private interface Question<T> {
        @Nullable T ask() throws ProblemException;
    }

    private PylockReader(String file) {
        this.file = file;
    }

    /**
     * Reads a lock file of version 1.x.
     *
     * @throws ProblemException if it is none; says where and what to do
     */
    public static Pylock read(Path path) throws IOException, ProblemException {
        String text;
        try {
            text = Files.readString(path);
        } catch (CharacterCodingException e) {
            throw new ProblemException(
                    Problem.of("the lock file is not UTF-8")
                            .at(path)
                            .expected("TOML, which is UTF-8")
                            .remedy("lock again with the tool that made the file"),
                    e);
        }
        return read(text, path.toString());
    }

    /**
     * Reads the text of a lock file.
     *
     * @param file the file as messages name it
     */
    public static Pylock read(String text, String file) throws ProblemException {
        return new PylockReader(file).read(text);
    }

    private Pylock read(String text) throws ProblemException {
        LockTable root = LockTable.root(file, TomlTree.read(text, file));
        Version lockVersion = root.requiredParsed("lock-version", Version::parse);
        if (!LockVersion.isReadable(lockVersion)) {
            throw root.problem(
                    "lock-version",
                    "the lock file has a format that this version of the plugin cannot read",
                    "lock-version 1.x",
                    lockVersion.toString());
        }
        String createdBy = collect(() -> root.requiredText("created-by"));
        SpecifierSet requiresPython = collect(() -> root.parsed("requires-python", SpecifierSet::parse));
        List<Marker> environments = collect(() -> root.parsedMembers("environments", Marker::parse));
        var extras = collect(() -> root.parsedMembers("extras", PackageReader::normalisedName));
        List<String> groups = collect(() -> root.texts("dependency-groups"));
        List<String> defaultGroups = collect(() -> root.texts("default-groups"));
        Map<String, Object> tool = collect(() -> root.content("tool"));
        List<LockedPackage> packages = packages(root);
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        return new Pylock(
                lockVersion,
                orEmpty(environments),
                requiresPython,
                extras,
                groups,
                orEmpty(defaultGroups),
                Objects.requireNonNull(createdBy),
                packages,
                tool == null ? Map.of() : tool);
    }

    private List<LockedPackage> packages(LockTable root) {
        List<LockTable> entries = orEmpty(collect(() -> root.requiredTables("packages")));
        List<LockedPackage> packages = new ArrayList<>(entries.size());
        for (LockTable entry : entries) {
            LockedPackage locked = collect(() -> PackageReader.read(entry));
            if (locked != null) {
                packages.add(locked);
            }
        }
        return packages;
    }

    private <T> @Nullable T collect(Question<T> question) {
        try {
            return question.ask();
        } catch (ProblemException e) {
            problems.addAll(e.problems());
            return null;
        }
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
