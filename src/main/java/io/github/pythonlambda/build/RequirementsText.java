package io.github.pythonlambda.build;

import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Checks that pip can read the text of a requirements file. pip takes UTF-8, any Unicode encoding with a byte order mark,
 * and what a coding comment in the first two lines names (pip's documentation, "Requirements File Format"); on other bytes
 * it ends with a stack trace.
 */
final class RequirementsText {

    private static final Pattern CODING = Pattern.compile("(?:[^\\n]*\\n)?[^\\n]*#[^\\n]*coding[:=].*", Pattern.DOTALL);

    private RequirementsText() {}

    static void check(Path file) throws ProblemException, IOException {
        byte[] content = Files.readAllBytes(file);
        if (startsWithUtf16Mark(content)
                || CODING.matcher(new String(content, StandardCharsets.ISO_8859_1))
                        .lookingAt()) {
            return;
        }
        ByteBuffer bytes = ByteBuffer.wrap(content);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CoderResult result = decoder.decode(bytes, CharBuffer.allocate(content.length + 1), true);
        if (result.isError()) {
            int line = 1;
            for (int i = 0; i < bytes.position(); i++) {
                line += content[i] == '\n' ? 1 : 0;
            }
            throw new ProblemException(Problem.of("a requirements file is not in UTF-8")
                    .at(file + ", line " + line)
                    .found("the byte 0x%02X".formatted(content[bytes.position()]))
                    .remedy("save the file as UTF-8"));
        }
    }

    private static boolean startsWithUtf16Mark(byte[] content) {
        if (content.length < 2) {
            return false;
        }
        int mark = (content[0] & 0xFF) << 8 | content[1] & 0xFF;
        return mark == 0xFEFF || mark == 0xFFFE;
    }
}
