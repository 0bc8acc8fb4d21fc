package io.github.pythonlambda.verify;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/**
 * Where the function's programs see its folders.
 *
 * @param opt the layers
 * @param task the app
 * @param lang Python
 * @param runtime Lambda's own programs
 * @param tmp the folder to write to
 * @param prefix what starts a program there
 * @param directory where the prefix is started
 * @param real whether the folders are where Lambda has them
 */
record FunctionPlace(
        String opt,
        String task,
        String lang,
        String runtime,
        String tmp,
        List<String> prefix,
        Path directory,
        boolean real) {

    FunctionPlace {
        prefix = List.copyOf(prefix);
    }

    /** The folders at their places on Lambda, which a program of Linux makes for each program that it starts. */
    static FunctionPlace real(FunctionTree tree, Path program) {
        return new FunctionPlace(
                "/opt",
                "/var/task",
                "/var/lang",
                "/var/runtime",
                "/tmp",
                List.of(
                        "/usr/bin/unshare",
                        "--user",
                        "--map-root-user",
                        "--mount",
                        "/bin/sh",
                        program.toString(),
                        tree.folder().toString()),
                tree.folder(),
                true);
    }

    /** The folders where they were unpacked to. */
    static FunctionPlace elsewhere(FunctionTree tree) {
        return new FunctionPlace(
                tree.opt().toString(),
                tree.task().toString(),
                tree.lang().toString(),
                tree.runtime().toString(),
                tree.tmp().toString(),
                List.of(),
                tree.task(),
                false);
    }

    /** What to start for a program of the function. */
    List<String> command(List<String> program) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(program);
        return command;
    }

    /** A value of the function's configuration, with the folders where they are here. */
    String translate(String value) {
        if (real) {
            return value;
        }
        return value.replaceAll("(^|:)/opt(?=[/:]|$)", "$1" + Matcher.quoteReplacement(opt))
                .replaceAll("(^|:)/var/task(?=[/:]|$)", "$1" + Matcher.quoteReplacement(task))
                .replaceAll("(^|:)/var/runtime(?=[/:]|$)", "$1" + Matcher.quoteReplacement(runtime));
    }
}
