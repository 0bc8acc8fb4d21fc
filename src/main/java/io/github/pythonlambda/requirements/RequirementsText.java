package io.github.pythonlambda.requirements;

import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decodes a requirements file: a Unicode encoding with a byte order mark, what a coding comment in the first two lines
 * names, else UTF-8 ({@code _decode_req_file} of pip's {@code req_file.py}). On other bytes pip ends with a stack trace.
 */
final class RequirementsText {

    /** In this order, since the mark of UTF-16 starts that of UTF-32. Each byte is a character here. */
    private static final List<Mark> MARKS = List.of(
            new Mark("\u00EF\u00BB\u00BF", StandardCharsets.UTF_8),
            new Mark("\u00FF\u00FE\0\0", Charset.forName("UTF-32LE")),
            new Mark("\0\0\u00FE\u00FF", Charset.forName("UTF-32BE")),
            new Mark("\u00FF\u00FE", StandardCharsets.UTF_16LE),
            new Mark("\u00FE\u00FF", StandardCharsets.UTF_16BE));

    /** PEP 263, except that a comment has to start its line. */
    private static final Pattern CODING_COMMENT =
            Pattern.compile("#.*?coding[:=]\\s*(?<name>[-\\w.]+)", Pattern.DOTALL);

    private record Mark(String bytes, Charset charset) {}

    private RequirementsText() {}

    static String decode(byte[] content, Path file) throws ProblemException {
        String bytes = new String(content, StandardCharsets.ISO_8859_1);
        for (Mark mark : MARKS) {
            if (bytes.startsWith(mark.bytes())) {
                return decode(content, mark.bytes().length(), mark.charset(), file);
            }
        }
        return decode(content, 0, commentedCharset(bytes, file).orElse(StandardCharsets.UTF_8), file);
    }

    private static Optional<Charset> commentedCharset(String bytes, Path file) throws ProblemException {
        String[] lines = bytes.split("\n", 3);
        for (int i = 0; i < Math.min(lines.length, 2); i++) {
            Matcher comment = CODING_COMMENT.matcher(lines[i]);
            if (comment.lookingAt()) {
                return Optional.of(named(comment.group("name"), file));
            }
        }
        return Optional.empty();
    }

    private static Charset named(String encoding, Path file) throws ProblemException {
        return PythonEncodings.find(encoding)
                .orElseThrow(() -> new ProblemException(
                        Problem.of("a requirements file names an encoding in its coding comment that is not known here")
                                .at(file)
                                .found(encoding)
                                .remedy("save the file as UTF-8, and leave out the comment")));
    }

    private static String decode(byte[] content, int start, Charset charset, Path file) throws ProblemException {
        ByteBuffer bytes = ByteBuffer.wrap(content, start, content.length - start);
        CharsetDecoder decoder = charset.newDecoder();
        CharBuffer text = CharBuffer.allocate((int) Math.ceil(bytes.remaining() * (double) decoder.maxCharsPerByte()));
        CoderResult result = decoder.decode(bytes, text, true);
        if (!result.isError()) {
            result = decoder.flush(text);
        }
        text.flip();
        if (!result.isError()) {
            return text.toString();
        }
        long line = 1 + text.chars().filter(c -> c == '\n').count();
        throw new ProblemException(Problem.of("a requirements file is not in " + charset.name())
                .at(file + ", line " + line)
                .found("the byte 0x%02X".formatted(content[bytes.position()]))
                .remedy("save the file as UTF-8"));
    }
}
