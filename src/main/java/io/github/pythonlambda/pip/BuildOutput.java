package io.github.pythonlambda.pip;

import io.github.pythonlambda.index.Credentials;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a build backend said at last, without the frames of its stack traces and without what pip puts around it. */
final class BuildOutput {

    private static final int LINES_SHOWN = 12;
    private static final String FRAME = "File \"";
    private static final Pattern NOISE =
            Pattern.compile("Traceback \\(most recent call last\\):|[\\^~ ]*|note: .*|hint: .*|\\[end of output\\]"
                    + "|error: subprocess-exited-with-error|ERROR: Failed (to build|building) .*|Failed to build .*"
                    + "|ERROR: Could not build wheels .*|[\u00d7\u2502\u2570].*");

    private BuildOutput() {}

    static String words(List<String> output) {
        List<String> lines = new ArrayList<>();
        boolean afterFrame = false;
        for (String line : output) {
            String text = line.strip();
            boolean frame = text.startsWith(FRAME);
            // A frame is followed by the line of code that it stands in.
            if (!frame && !afterFrame && !NOISE.matcher(text).matches()) {
                lines.add(Credentials.hide(text));
            }
            afterFrame = frame && !text.contains("<frozen ");
        }
        return lines.isEmpty()
                ? "nothing was printed"
                : String.join(
                        System.lineSeparator(), lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
    }
}
