package io.github.pythonlambda.app;

import java.io.ByteArrayOutputStream;

/**
 * A program that the Lambda Web Adapter starts, brought into the form that Linux can start: whatever an editor or a
 * checkout on Windows did to it, it begins with its shebang and its lines end in LF. A byte order mark or a CR in the
 * first line make Linux say "required file not found".
 */
final class RunScript {

    private static final int[] UTF8_BYTE_ORDER_MARK = {0xEF, 0xBB, 0xBF};

    private RunScript() {}

    static byte[] normalise(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length);
        for (int i = startsWithByteOrderMark(content) ? UTF8_BYTE_ORDER_MARK.length : 0; i < content.length; i++) {
            boolean lineEnd = content[i] == '\r' && i + 1 < content.length && content[i + 1] == '\n';
            if (!lineEnd) {
                out.write(content[i]);
            }
        }
        return out.toByteArray();
    }

    private static boolean startsWithByteOrderMark(byte[] content) {
        if (content.length < UTF8_BYTE_ORDER_MARK.length) {
            return false;
        }
        for (int i = 0; i < UTF8_BYTE_ORDER_MARK.length; i++) {
            if ((content[i] & 0xFF) != UTF8_BYTE_ORDER_MARK[i]) {
                return false;
            }
        }
        return true;
    }
}
