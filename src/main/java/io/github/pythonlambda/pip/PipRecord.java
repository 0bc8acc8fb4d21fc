package io.github.pythonlambda.pip;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.pythonlambda.index.Credentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What {@code lambda_record.py} wrote. */
@JsonIgnoreProperties(ignoreUnknown = true)
record PipRecord(
        @JsonProperty("pip_version") String pipVersion,
        @JsonProperty("roots") Map<String, List<String>> roots,
        @JsonProperty("graph") Map<String, List<String>> graph,
        @JsonProperty("unfit") Map<String, Unfit> unfit,
        @JsonProperty("index_failures") List<IndexFailure> indexFailures,
        @JsonProperty("refused") List<Refused> refused,
        @JsonProperty("ignored_settings") List<String> ignoredSettings) {

    private static final PipRecord EMPTY =
            new PipRecord("", Map.of(), Map.of(), Map.of(), List.of(), List.of(), List.of());

    /** The files of a project that pip passed over: wheels for other machines, and sources. */
    record Unfit(
            @JsonProperty("wheels") List<String> wheels,
            @JsonProperty("sources") List<String> sources) {}

    /** An index, or a file on it, that could not be read. */
    record IndexFailure(
            @JsonProperty("url") String url,
            @JsonProperty("reason") String reason) {
        IndexFailure {
            url = Credentials.hide(url);
            reason = Credentials.hide(reason);
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

    /** Reads the record; an empty one if pip ended before it was written. */
    static PipRecord read(Path file) throws IOException {
        return Files.exists(file) ? new ObjectMapper().readValue(file.toFile(), PipRecord.class) : EMPTY;
    }
}
