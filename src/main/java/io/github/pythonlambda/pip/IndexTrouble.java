package io.github.pythonlambda.pip;

import io.github.pythonlambda.problem.Problem;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says of an index that pip could not read what it answered, and which line asks for it. */
final class IndexTrouble {

    private static final int SHOWN = 3;
    private static final Pattern LOGIN = Pattern.compile(".*\\b(401|403|407) [A-Z].*", Pattern.DOTALL);
    /** How urllib3 tells of a broken connection: the pool, the number of attempts, and at last what happened. */
    private static final Pattern CAUSE =
            Pattern.compile(".*Max retries exceeded with url: .*? \\(Caused by (?<cause>.+)\\)", Pattern.DOTALL);
    /** What Python shows of an object that has no text of its own; newer releases of urllib3 name the host instead. */
    private static final Pattern OBJECT =
            Pattern.compile("<\\S+ object at 0x[0-9a-fA-F]+>: |HTTPS?Connection\\([^)]*\\): ");
    /** What the systems and urllib3 say of a name that nobody knows. */
    private static final Pattern UNKNOWN_NAME = Pattern.compile(
            "Name or service not known|nodename nor servname|getaddrinfo failed|Failed to resolve|No address associated"
                    + "|Temporary failure in name resolution|Name does not resolve");

    private static final Pattern HOST = Pattern.compile("https?://(?:[^/@]*@)?(?<host>[^/:]+).*");

    private IndexTrouble() {}

    /** The problem with the first index that failed; there has to be one. */
    static Problem explain(PipRecord record) {
        PipRecord.IndexFailure failure = record.indexFailures().get(0);
        List<String> lines = record.indexLines().stream()
                .filter(line -> line.has(failure.url()))
                .map(PipRecord.IndexLine::from)
                .distinct()
                .toList();
        String urls = record.indexFailures().stream()
                .map(PipRecord.IndexFailure::url)
                .distinct()
                .limit(SHOWN)
                .collect(Collectors.joining(System.lineSeparator()));
        String where = lines.isEmpty()
                ? urls
                : urls + System.lineSeparator() + "the index is that of " + String.join(" and ", lines);
        if (LOGIN.matcher(failure.reason()).matches()) {
            return Problem.of("the package index does not let pip in")
                    .at(where)
                    .found(failure.reason())
                    .remedy("name the server of settings.xml that has the login by <serverId> in <index> or"
                            + " <extraIndexes>, or give pip the login as it knows it elsewhere: user and password in"
                            + " PIP_INDEX_URL or pip.conf, a netrc file, or keyring");
        }
        String network = "check the network, the proxy (settings.xml, HTTPS_PROXY) and the index (<index>,"
                + " PIP_INDEX_URL, pip.conf, --index-url in the requirements); with all wheels in the store, -o builds"
                + " without an index";
        return Problem.of("the package index cannot be reached")
                .at(where)
                .found(words(failure))
                .remedy(
                        lines.isEmpty()
                                ? network
                                : "correct or remove the address in %s, if it is no longer that of an index%nor %s"
                                        .formatted(String.join(" and ", lines), network));
    }

    /** The reason without what a program knows of it, such as the pool of its connections and their addresses in memory. */
    private static String words(PipRecord.IndexFailure failure) {
        Matcher caused = CAUSE.matcher(failure.reason());
        String cause = OBJECT.matcher(caused.matches() ? caused.group("cause") : failure.reason())
                .replaceAll("");
        Matcher url = HOST.matcher(failure.url());
        return UNKNOWN_NAME.matcher(cause).find() && url.matches()
                ? "the name %s is not known here: %s".formatted(url.group("host"), cause)
                : cause;
    }
}
