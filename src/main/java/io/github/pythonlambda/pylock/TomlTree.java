package io.github.pythonlambda.pylock;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.toml.TomlFactory;
import com.fasterxml.jackson.dataformat.toml.TomlReadFeature;
import io.github.pythonlambda.json.PlainValues;
import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.format.DateTimeParseException;
import java.util.Map;

/**
 * Reads TOML 1.0 with Jackson. Dates and times are those of {@code java.time}.
 *
 * <p>Of integers with 19 digits, Jackson loses the first (FasterXML/jackson-dataformats-text, issue 663); no size of a file
 * has that many.
 */
final class TomlTree {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private TomlTree() {}

    /**
     * Reads a whole text.
     *
     * @param file the lock file as messages name it
     */
    static Map<String, Object> read(String text, String file) throws ProblemException {
        TomlFactory factory =
                TomlFactory.builder().enable(TomlReadFeature.PARSE_JAVA_TIME).build();
        // Editors on Windows write the mark, and Jackson refuses it.
        try (JsonParser parser = factory.createParser(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text)) {
            return PlainValues.readObject(parser);
        } catch (JsonProcessingException e) {
            throw invalid(e.getOriginalMessage(), place(file, e.getLocation()), e);
        } catch (IOException e) {
            throw new UncheckedIOException("a text can be read", e);
        } catch (DateTimeParseException e) {
            // Jackson lets it pass, without a place.
            throw invalid("there is no such date or time: " + e.getParsedString(), file, e);
        }
    }

    private static ProblemException invalid(String why, String where, Exception cause) {
        return new ProblemException(
                Problem.of("the lock file is not valid TOML: " + why)
                        .at(where)
                        .remedy(
                                "lock again with the tool that made the file; conflict markers of a merge are not TOML"),
                cause);
    }

    /** Jackson sees some errors only when it has come to the next word, which may be some lines below. */
    private static String place(String file, JsonLocation location) {
        return location == null
                ? file
                : file + ", line " + location.getLineNr() + ", column " + location.getColumnNr() + ", or just above";
    }
}
