package io.github.pythonlambda.packaging;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads versions in all spellings that PEP 440 accepts ("Normalization"). */
final class VersionParser {

    /** The loops are possessive: nothing is tried twice, and a long text takes no deep stack. */
    private static final Pattern FORM = Pattern.compile("""
            v?+
            (?:(?<epoch>[0-9]++)!)?+
            (?<release>[0-9]++(?:\\.[0-9]++)*+)
            (?:[-_.]?(?<preKind>alpha|a|beta|b|preview|pre|c|rc)[-_.]?(?<preNumber>[0-9]+)?)?
            (?<post>-(?<postImplicit>[0-9]+)|[-_.]?(?:post|rev|r)[-_.]?(?<postNumber>[0-9]+)?)?
            (?<dev>[-_.]?dev[-_.]?(?<devNumber>[0-9]+)?)?
            (?:\\+(?<local>[a-z0-9]++(?:[-_.][a-z0-9]++)*+))?
            """, Pattern.COMMENTS | Pattern.CASE_INSENSITIVE);

    private static final Map<String, String> PRE_KINDS =
            Map.of("alpha", "a", "beta", "b", "c", "rc", "pre", "rc", "preview", "rc");
    private static final Pattern LOCAL_SEPARATOR = Pattern.compile("[-_.]");

    private VersionParser() {}

    static Version parse(String text) throws PackagingSyntaxException {
        Matcher parts = FORM.matcher(PythonText.strip(text));
        if (!parts.matches()) {
            throw new PackagingSyntaxException("not a version (PEP 440): '" + text + "'");
        }
        return new Version(
                number(parts.group("epoch")),
                Stream.of(parts.group("release").split("\\."))
                        .map(BigInteger::new)
                        .toList(),
                preRelease(parts),
                post(parts),
                parts.group("dev") == null ? null : number(parts.group("devNumber")),
                local(parts.group("local")));
    }

    private static Version.@Nullable PreRelease preRelease(Matcher parts) {
        String spelled = parts.group("preKind");
        if (spelled == null) {
            return null;
        }
        String kind = spelled.toLowerCase(Locale.ROOT);
        return new Version.PreRelease(PRE_KINDS.getOrDefault(kind, kind), number(parts.group("preNumber")));
    }

    private static @Nullable BigInteger post(Matcher parts) {
        if (parts.group("post") == null) {
            return null;
        }
        String implicit = parts.group("postImplicit");
        return number(implicit == null ? parts.group("postNumber") : implicit);
    }

    private static List<String> local(@Nullable String text) {
        if (text == null) {
            return List.of();
        }
        return LOCAL_SEPARATOR
                .splitAsStream(text.toLowerCase(Locale.ROOT))
                .map(VersionParser::localSegment)
                .toList();
    }

    private static String localSegment(String segment) {
        return Version.isNumber(segment) ? new BigInteger(segment).toString() : segment;
    }

    private static BigInteger number(@Nullable String digits) {
        return digits == null ? BigInteger.ZERO : new BigInteger(digits);
    }
}
