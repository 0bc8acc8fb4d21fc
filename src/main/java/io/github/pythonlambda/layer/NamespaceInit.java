package io.github.pythonlambda.layer;

import io.github.pythonlambda.archive.ArchiveEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * An {@code __init__.py} that only says that its folder is one of several parts of a namespace package, by {@code
 * pkgutil.extend_path} or by {@code pkg_resources.declare_namespace}. Each part brings one, with comments of its own, and
 * any of them will do for all.
 */
public final class NamespaceInit {

    private static final int LARGEST = 10_000;
    private static final Pattern DECLARATION = Pattern.compile("\\bextend_path\\s*\\(|\\bdeclare_namespace\\s*\\(");
    private static final Pattern COMMENT = Pattern.compile("#[^\\n]*");
    private static final Pattern TEXT_AT_START =
            Pattern.compile("\\A\\s*(?:\"\"\".*?\"\"\"|'''.*?'''|\"[^\"\\n]*\"|'[^'\\n]*')", Pattern.DOTALL);
    /** What the usual forms of a declaration consist of, line by line. */
    private static final Pattern LINE = Pattern.compile("\\s*(?:try:|except[^:]*:|pass"
            + "|(?:from\\s+pkgutil\\s+)?import\\s+(?:pkgutil|pkg_resources|extend_path)(?:\\s+as\\s+\\w+)?"
            + "|from\\s+pkg_resources\\s+import\\s+declare_namespace"
            + "|(?:__import__\\(['\"]pkg_resources['\"]\\)|pkg_resources)\\.declare_namespace\\s*\\(\\s*__name__\\s*\\)"
            + "|declare_namespace\\s*\\(\\s*__name__\\s*\\)"
            + "|__path__\\s*=\\s*(?:__import__\\(['\"]pkgutil['\"]\\)\\.|pkgutil\\.)?extend_path\\s*"
            + "\\(\\s*__path__\\s*,\\s*__name__\\s*\\)(?:\\s*)"
            + ")\\s*;?\\s*");

    private NamespaceInit() {}

    /** Whether a file is one. */
    public static boolean isOne(ArchiveEntry entry) throws IOException {
        return entry.path().endsWith("/__init__.py")
                && entry.size() < LARGEST
                && declares(new String(entry.content().read(), StandardCharsets.UTF_8));
    }

    static boolean declares(String source) {
        String code =
                TEXT_AT_START.matcher(COMMENT.matcher(source).replaceAll("")).replaceFirst("");
        return DECLARATION.matcher(code).find()
                && code.lines()
                        .filter(line -> !line.isBlank())
                        .allMatch(line -> LINE.matcher(line).matches());
    }
}
