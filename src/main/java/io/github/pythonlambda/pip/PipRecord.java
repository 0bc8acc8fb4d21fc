package io.github.pythonlambda.pip;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.pythonlambda.index.Credentials;
import io.github.pythonlambda.packaging.ProjectName;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code lambda_record.py} wrote. */
@JsonIgnoreProperties(ignoreUnknown = true)
record PipRecord(
        @JsonProperty("pip_version") String pipVersion,
        @JsonProperty("roots") Map<String, List<String>> roots,
        @JsonProperty("graph") Map<String, List<String>> graph,
        @JsonProperty("excluded") List<Excluded> excluded,
        @JsonProperty("built") Map<String, String> built,
        @JsonProperty("held_back") List<Held> heldBack,
        @JsonProperty("explained") List<Offer> explained,
        @JsonProperty("missing") List<Missing> missing,
        @JsonProperty("conflicts") List<Conflicting> conflicts,
        @JsonProperty("hash_mismatch") @Nullable HashMismatch hashMismatch,
        @JsonProperty("unhashed") @Nullable Unhashed unhashed,
        @JsonProperty("index_failures") List<IndexFailure> indexFailures,
        @JsonProperty("index_lines") List<IndexLine> indexLines,
        @JsonProperty("refused") List<Refused> refused,
        @JsonProperty("failed_builds") List<FailedBuild> failedBuilds,
        @JsonProperty("ignored_settings") List<String> ignoredSettings,
        @JsonProperty("indexes") Map<ProjectName, URI> indexes,
        @JsonProperty("known_since") @Nullable Long knownSince,
        @JsonProperty("confusions") List<Confusion> confusions,
        @JsonProperty("notes") List<String> notes) {

    private static final PipRecord EMPTY = new PipRecord(
            "", Map.of(), Map.of(), List.of(), Map.of(), List.of(), List.of(), List.of(), List.of(), null, null,
            List.of(), List.of(), List.of(), List.of(), List.of(), Map.of(), null, List.of(), List.of());

    /** A requirement whose marker is false for the target, with the values that make it so. */
    record Excluded(
            @JsonProperty("layer") String layer,
            @JsonProperty("requirement") String requirement,
            @JsonProperty("from") String from,
            @JsonProperty("values") Map<String, String> values) {
        Excluded {
            requirement = Credentials.hide(requirement);
        }
    }

    /** A chosen project of which a newer release is allowed and cannot be had. */
    record Held(
            @JsonProperty("project") String project,
            @JsonProperty("chosen") String chosen,
            @JsonProperty("newer") String newer,
            @JsonProperty("offers") List<Offer> offers) {}

    /** A package that wants something; the version is empty if it is not known. */
    record Parent(
            @JsonProperty("name") String name,
            @JsonProperty("version") String version) {}

    /** One of some requirements that cannot be met together, with the requirement of a file that leads to it. */
    record Conflicting(
            @JsonProperty("project") String project,
            @JsonProperty("requirement") String requirement,
            @JsonProperty("parents") List<Parent> parents,
            @JsonProperty("root") String root,
            @JsonProperty("from") String from) {
        Conflicting {
            requirement = Credentials.hide(requirement);
            root = Credentials.hide(root);
            from = Credentials.hide(from);
        }

        /** The package that wants it; empty if a file does. */
        String parentName() {
            return parents.isEmpty() ? "" : parents.get(0).name();
        }
    }

    /** A requirement that no file of an index meets. */
    record Missing(
            @JsonProperty("project") String project,
            @JsonProperty("requirement") String requirement,
            @JsonProperty("constraint") String constraint,
            @JsonProperty("parents") List<Parent> parents,
            @JsonProperty("from") String from,
            @JsonProperty("offers") List<Offer> offers) {
        Missing {
            from = Credentials.hide(from);
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
            @JsonProperty("file") String file,
            @JsonProperty("announced") String announced,
            @JsonProperty("got") String got,
            @JsonProperty("listed") List<String> listed,
            @JsonProperty("listed_files") List<String> listedFiles,
            @JsonProperty("from") String from) {}

    /** A package that has no hash while others have one; empty for what is not known. */
    record Unhashed(
            @JsonProperty("project") String project,
            @JsonProperty("requirement") String requirement,
            @JsonProperty("version") String version,
            @JsonProperty("file") String file,
            @JsonProperty("sha256") String sha256,
            @JsonProperty("from") String from) {
        Unhashed {
            requirement = Credentials.hide(requirement);
            from = Credentials.hide(from);
        }
    }

    /** An index, or a file on it, that could not be read. */
    record IndexFailure(
            @JsonProperty("url") String url,
            @JsonProperty("reason") String reason) {
        IndexFailure {
            url = Credentials.hide(url);
            reason = Credentials.hide(reason);
        }
    }

    /** A line of a requirements file that names an index. */
    record IndexLine(
            @JsonProperty("url") String url,
            @JsonProperty("from") String from) {
        IndexLine {
            url = Credentials.hide(url);
            from = Credentials.hide(from);
        }

        /** Whether a page is one of this index. */
        boolean has(String page) {
            return page.startsWith(url.replaceAll("/+$", "") + "/");
        }
    }

    /** A requirement that would have to be built from source. */
    record Refused(
            @JsonProperty("what") String what,
            @JsonProperty("from") String from) {
        Refused {
            what = Credentials.hide(what);
            from = Credentials.hide(from);
        }
    }

    /** A project that more than one index offers; pip takes the newest release, whichever of them has it. */
    record Confusion(
            @JsonProperty("project") String project,
            @JsonProperty("indexes") List<String> indexes) {
        Confusion {
            indexes = indexes.stream().map(Credentials::hide).toList();
        }

        String text() {
            return ("%s is offered by %s; pip takes the newest release, so whoever can upload to one of them decides what is"
                            + " packaged (dependency confusion)")
                    .formatted(project, String.join(" and by ", indexes));
        }
    }

    /** A source that was built: the wheel that came out, if one did, or the end of what was printed. */
    record FailedBuild(
            @JsonProperty("what") String what,
            @JsonProperty("from") String from,
            @JsonProperty("wheel") @Nullable String wheel,
            @JsonProperty("output") @Nullable List<String> output) {
        FailedBuild {
            what = Credentials.hide(what);
            from = Credentials.hide(from);
        }
    }

    /** Reads the record; an empty one if pip ended before it was written. */
    static PipRecord read(Path file) throws IOException {
        return Files.exists(file) ? new ObjectMapper().readValue(file.toFile(), PipRecord.class) : EMPTY;
    }

    /** Where a requirement stands, without pip's option in front of it. */
    static String place(String comesFrom) {
        return comesFrom.isEmpty() ? "the requirements" : comesFrom.replaceFirst("(^|, )-r ", "$1");
    }
}
