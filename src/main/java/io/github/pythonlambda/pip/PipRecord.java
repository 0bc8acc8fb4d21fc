package io.github.pythonlambda.pip;

import io.github.pythonlambda.index.Credentials;
import io.github.pythonlambda.json.JsonValue;
import io.github.pythonlambda.packaging.ProjectName;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code lambda_record.py} wrote. */
record PipRecord(
        String pipVersion,
        Map<String, List<String>> roots,
        Map<String, List<String>> graph,
        List<Excluded> excluded,
        Map<String, String> built,
        List<Held> heldBack,
        List<Offer> explained,
        List<Missing> missing,
        List<Conflicting> conflicts,
        @Nullable HashMismatch hashMismatch,
        @Nullable Unhashed unhashed,
        List<IndexFailure> indexFailures,
        List<IndexLine> indexLines,
        List<Refused> refused,
        List<FailedBuild> failedBuilds,
        List<String> ignoredSettings,
        Map<ProjectName, URI> indexes,
        @Nullable Long knownSince,
        List<Confusion> confusions,
        List<String> notes) {

    /** A requirement whose marker is false for the target, with the values that make it so. */
    record Excluded(String layer, String requirement, String from, Map<String, String> values) {
        Excluded {
            requirement = Credentials.hide(requirement);
        }

        static Excluded of(JsonValue json) {
            return new Excluded(
                    json.get("layer").text(),
                    json.get("requirement").text(),
                    json.get("from").text(),
                    json.get("values").members(JsonValue::text));
        }
    }

    /** A chosen project of which a newer release is allowed and cannot be had. */
    record Held(String project, String chosen, String newer, List<Offer> offers) {
        static Held of(JsonValue json) {
            return new Held(
                    json.get("project").text(),
                    json.get("chosen").text(),
                    json.get("newer").text(),
                    json.get("offers").items(Offer::of));
        }
    }

    /** A package that wants something; the version is empty if it is not known. */
    record Parent(String name, String version) {
        static Parent of(JsonValue json) {
            return new Parent(json.get("name").text(), json.get("version").text());
        }
    }

    /** One of some requirements that cannot be met together, with the requirement of a file that leads to it. */
    record Conflicting(String project, String requirement, List<Parent> parents, String root, String from) {
        Conflicting {
            requirement = Credentials.hide(requirement);
            root = Credentials.hide(root);
            from = Credentials.hide(from);
        }

        static Conflicting of(JsonValue json) {
            return new Conflicting(
                    json.get("project").text(),
                    json.get("requirement").text(),
                    json.get("parents").items(Parent::of),
                    json.get("root").text(),
                    json.get("from").text());
        }

        /** The package that wants it; empty if a file does. */
        String parentName() {
            return parents.isEmpty() ? "" : parents.get(0).name();
        }
    }

    /** A requirement that no file of an index meets. */
    record Missing(
            String project,
            String requirement,
            String constraint,
            List<Parent> parents,
            String from,
            List<Offer> offers) {
        Missing {
            from = Credentials.hide(from);
        }

        static Missing of(JsonValue json) {
            return new Missing(
                    json.get("project").text(),
                    json.get("requirement").text(),
                    json.get("constraint").text(),
                    json.get("parents").items(Parent::of),
                    json.get("from").text(),
                    json.get("offers").items(Offer::of));
        }

        /** The requirement, and what a constraint makes of it. */
        String wanted() {
            return constraint.isEmpty()
                    ? requirement
                    : "%s (with the constraint %s)".formatted(requirement, constraint);
        }
    }

    /** A file whose content is not what the requirements or the index say. */
    record HashMismatch(
            String file, String announced, String got, List<String> listed, List<String> listedFiles, String from) {
        static HashMismatch of(JsonValue json) {
            return new HashMismatch(
                    json.get("file").text(),
                    json.get("announced").text(),
                    json.get("got").text(),
                    json.get("listed").texts(),
                    json.get("listed_files").texts(),
                    json.get("from").text());
        }
    }

    /** A package that has no hash while others have one; empty for what is not known. */
    record Unhashed(String project, String requirement, String version, String file, String sha256, String from) {
        Unhashed {
            requirement = Credentials.hide(requirement);
            from = Credentials.hide(from);
        }

        static Unhashed of(JsonValue json) {
            return new Unhashed(
                    json.get("project").text(),
                    json.get("requirement").text(),
                    json.get("version").text(),
                    json.get("file").text(),
                    json.get("sha256").text(),
                    json.get("from").text());
        }
    }

    /** An index, or a file on it, that could not be read. */
    record IndexFailure(String url, String reason) {
        IndexFailure {
            url = Credentials.hide(url);
            reason = Credentials.hide(reason);
        }

        static IndexFailure of(JsonValue json) {
            return new IndexFailure(json.get("url").text(), json.get("reason").text());
        }
    }

    /** A line of a requirements file that names an index. */
    record IndexLine(String url, String from) {
        IndexLine {
            url = Credentials.hide(url);
            from = Credentials.hide(from);
        }

        static IndexLine of(JsonValue json) {
            return new IndexLine(json.get("url").text(), json.get("from").text());
        }

        /** Whether a page is one of this index. */
        boolean has(String page) {
            return page.startsWith(url.replaceAll("/+$", "") + "/");
        }
    }

    /** A requirement that would have to be built from source. */
    record Refused(String what, String from) {
        Refused {
            what = Credentials.hide(what);
            from = Credentials.hide(from);
        }

        static Refused of(JsonValue json) {
            return new Refused(json.get("what").text(), json.get("from").text());
        }
    }

    /** A project that more than one index offers; pip takes the newest release, whichever of them has it. */
    record Confusion(String project, List<String> indexes) {
        Confusion {
            indexes = indexes.stream().map(Credentials::hide).toList();
        }

        static Confusion of(JsonValue json) {
            return new Confusion(json.get("project").text(), json.get("indexes").texts());
        }

        String text() {
            return ("%s is offered by %s; pip takes the newest release, so whoever can upload to one of them decides what is"
                            + " packaged (dependency confusion)")
                    .formatted(project, String.join(" and by ", indexes));
        }
    }

    /** A source that was built: the wheel that came out, if one did, or the end of what was printed. */
    record FailedBuild(
            String what,
            String from,
            @Nullable String wheel,
            @Nullable List<String> output) {
        FailedBuild {
            what = Credentials.hide(what);
            from = Credentials.hide(from);
        }

        static FailedBuild of(JsonValue json) {
            return new FailedBuild(
                    json.get("what").text(),
                    json.get("from").text(),
                    json.get("wheel").textOrNull(),
                    json.get("output").isAbsent() ? null : json.get("output").texts());
        }
    }

    /** Reads the record; an empty one if pip ended before it was written. */
    static PipRecord read(Path file) throws IOException {
        return of(Files.exists(file) ? JsonValue.read(file) : JsonValue.ABSENT);
    }

    static PipRecord of(JsonValue json) {
        return new PipRecord(
                json.get("pip_version").text(),
                json.get("roots").members(JsonValue::texts),
                json.get("graph").members(JsonValue::texts),
                json.get("excluded").items(Excluded::of),
                json.get("built").members(JsonValue::text),
                json.get("held_back").items(Held::of),
                json.get("explained").items(Offer::of),
                json.get("missing").items(Missing::of),
                json.get("conflicts").items(Conflicting::of),
                json.get("hash_mismatch").isAbsent() ? null : HashMismatch.of(json.get("hash_mismatch")),
                json.get("unhashed").isAbsent() ? null : Unhashed.of(json.get("unhashed")),
                json.get("index_failures").items(IndexFailure::of),
                json.get("index_lines").items(IndexLine::of),
                json.get("refused").items(Refused::of),
                json.get("failed_builds").items(FailedBuild::of),
                json.get("ignored_settings").texts(),
                indexes(json.get("indexes")),
                json.get("known_since").isAbsent()
                        ? null
                        : json.get("known_since").longValue(),
                json.get("confusions").items(Confusion::of),
                json.get("notes").texts());
    }

    private static Map<ProjectName, URI> indexes(JsonValue json) {
        Map<ProjectName, URI> indexes = new HashMap<>();
        json.members().forEach((project, index) -> indexes.put(new ProjectName(project), URI.create(index.text())));
        return indexes;
    }

    /** Where a requirement stands, without pip's option in front of it. */
    static String place(String comesFrom) {
        return comesFrom.isEmpty() ? "the requirements" : comesFrom.replaceFirst("(^|, )-r ", "$1");
    }
}
