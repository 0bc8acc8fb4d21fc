package io.github.pythonlambda.pip;

import io.github.pythonlambda.packaging.PackagingSyntaxException;
import io.github.pythonlambda.packaging.ProjectName;
import io.github.pythonlambda.packaging.Version;
import io.github.pythonlambda.packaging.WheelFileName;
import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.resolve.ResolveRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Turns a failed run of pip into problems. pip's own explanation is always shown, with what it leaves out. */
final class PipFailure {

    private static final String ERROR = "ERROR: ";
    private static final Pattern NO_MATCH = Pattern.compile("ERROR: No matching distribution found for (\\S.*)");
    private static final Pattern REQUIREMENT_NAME = Pattern.compile("^([A-Za-z0-9][A-Za-z0-9._-]*)");
    private static final Pattern LOGIN = Pattern.compile(".*\\b(401|403|407) [A-Z].*", Pattern.DOTALL);
    /** The words of {@code lambda_offline.py}. */
    private static final String NOT_ASKED_FOR = "the build is offline, so ";

    private static final String HASH_MISMATCH = "THESE PACKAGES DO NOT MATCH THE HASHES";

    /** pip's general advice, which is no help beside the particular one. */
    private static final List<String> NOISE = List.of(
            "ERROR: ResolutionImpossible",
            "To fix this you could try to:",
            "1. loosen the range",
            "2. remove package versions",
            "Additionally, some packages in these conflicts");

    private static final int WHEELS_SHOWN = 12;

    private final ResolveRequest request;
    private final PipRecord record;
    private final List<String> output;

    PipFailure(ResolveRequest request, PipRecord record, List<String> output) {
        this.request = request;
        this.record = record;
        this.output = output;
    }

    /** Never empty. */
    List<Problem> explain() {
        if (!record.refused().isEmpty()) {
            return record.refused().stream().map(PipFailure::sourceRefused).toList();
        }
        Optional<String> noMatch = output.stream()
                .map(NO_MATCH::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .findFirst();
        boolean notAskedFor = output.stream().anyMatch(line -> line.contains(NOT_ASKED_FOR));
        if (request.options().offline() && (noMatch.isPresent() || notAskedFor)) {
            return List.of(offline(noMatch));
        }
        if (noMatch.isPresent()) {
            return List.of(record.indexFailures().isEmpty() ? noMatch(noMatch.get()) : indexFailed());
        }
        return List.of(inPipsWords());
    }

    private static Problem sourceRefused(PipRecord.Refused refused) {
        boolean option = refused.from().equals("--no-binary");
        return Problem.of("%s would have to be built from source, for this machine instead of the function's"
                        .formatted(refused.what()))
                .at(option ? "a --no-binary option in a requirements file" : place(refused.from()))
                .expected("a wheel: from an index, by its URL, or as a file in the layer's folder")
                .remedy(
                        option
                                ? "remove the --no-binary option"
                                : "build it once on a machine like the function's (or anywhere, if it is pure Python)"
                                        + " with 'pip wheel', and put the wheel into the layer's folder");
    }

    private static String place(String comesFrom) {
        return comesFrom.isEmpty() ? "the requirements" : comesFrom.replaceFirst("^-r ", "");
    }

    private Problem offline(Optional<String> noMatch) {
        return Problem.of(noMatch.map(requirement ->
                                "the build is offline, and the wheel store has nothing for " + requirement)
                        .orElse("the build is offline, and the wheel store does not have all that is needed"))
                .at(files())
                .found(pipsWords())
                .remedy("run the build once without -o; the wheels are kept from then on. A wheel that is required by"
                        + " its URL is found again if the URL ends in #sha256=...");
    }

    private Problem indexFailed() {
        PipRecord.IndexFailure failure = record.indexFailures().get(0);
        String urls = record.indexFailures().stream()
                .map(PipRecord.IndexFailure::url)
                .distinct()
                .limit(3)
                .collect(Collectors.joining(System.lineSeparator()));
        if (LOGIN.matcher(failure.reason()).matches()) {
            return Problem.of("the package index does not let pip in")
                    .at(urls)
                    .found(failure.reason() + System.lineSeparator() + pipsWords())
                    .remedy("give pip the login as it knows it elsewhere: user and password in PIP_INDEX_URL or"
                            + " pip.conf, a netrc file, or keyring");
        }
        return Problem.of("the package index cannot be reached")
                .at(urls)
                .found(failure.reason() + System.lineSeparator() + pipsWords())
                .remedy("check the network, the proxy (HTTPS_PROXY) and the index (PIP_INDEX_URL, pip.conf, --index-url"
                        + " in the requirements); with all wheels in the store, -o builds without an index");
    }

    private Problem noMatch(String requirement) {
        Matcher name = REQUIREMENT_NAME.matcher(requirement);
        Optional<PipRecord.Unfit> unfit =
                name.find() ? Optional.ofNullable(unfitByName().get(new ProjectName(name.group(1)))) : Optional.empty();
        List<WheelFileName> wheels =
                unfit.map(files -> newestWheels(files.wheels())).orElse(List.of());
        if (wheels.isEmpty()) {
            boolean sources = unfit.map(files -> !files.sources().isEmpty()).orElse(false);
            return Problem.of("no wheel of " + requirement + " can be had for " + request.target())
                    .at(files())
                    .found(
                            sources
                                    ? pipsWords() + System.lineSeparator() + "The index has sources of it, but no wheel"
                                    : pipsWords())
                    .remedy(
                            sources
                                    ? "build the wheel once with 'pip wheel' and put it into the layer's folder, or"
                                            + " require a release that has wheels"
                                    : "check the name and the version in the requirements");
        }
        String tags = wheels.stream()
                .map(WheelFileName::tagSet)
                .distinct()
                .limit(WHEELS_SHOWN)
                .collect(Collectors.joining(System.lineSeparator()));
        return Problem.of("no wheel of " + requirement + " fits " + request.target())
                .at(files())
                .expected("a wheel for CPython %s on %s with glibc %s or older"
                        .formatted(
                                request.target().runtime().pythonVersion(),
                                request.target().architecture().machine(),
                                request.target().glibc()))
                .found("%s %s has wheels for%n%s"
                        .formatted(wheels.get(0).name(), wheels.get(0).version(), tags))
                .remedy("require another release of %s, use another runtime, or put a wheel that fits into the layer's"
                                .formatted(wheels.get(0).name())
                        + " folder");
    }

    private Map<ProjectName, PipRecord.Unfit> unfitByName() {
        return record.unfit().entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> new ProjectName(entry.getKey()), Map.Entry::getValue, (first, second) -> first));
    }

    /** The wheels of the newest version among some file names. */
    private static List<WheelFileName> newestWheels(List<String> fileNames) {
        List<WheelFileName> wheels = new ArrayList<>();
        for (String fileName : fileNames) {
            try {
                wheels.add(WheelFileName.parse(fileName));
            } catch (PackagingSyntaxException e) {
                // An index may hold files that are named wrongly; pip passes over them too.
                continue;
            }
        }
        Optional<Version> newest = wheels.stream().map(WheelFileName::version).max(Comparator.naturalOrder());
        return wheels.stream()
                .filter(wheel -> wheel.version().equals(newest.orElseThrow()))
                .sorted(Comparator.comparing(WheelFileName::text))
                .toList();
    }

    private Problem inPipsWords() {
        String words = pipsWords();
        String what = words.contains(HASH_MISMATCH)
                ? "a downloaded file does not have the hash that the requirements or the index give for it"
                : "pip cannot resolve the requirements for " + request.target();
        String remedy = words.contains(HASH_MISMATCH)
                ? "find out which of the two is right before you change the hash: the file may have been tampered with"
                : "correct the requirements; run with -X to see all that pip says";
        String failures = record.indexFailures().stream()
                .map(failure -> "%npip could not read %s: %s".formatted(failure.url(), failure.reason()))
                .distinct()
                .collect(Collectors.joining());
        return Problem.of(what).at(files()).found(words + failures).remedy(remedy);
    }

    private String files() {
        return request.layers().stream()
                .map(layer -> layer.requirementsFile().map(Object::toString).orElse("layer " + layer.name()))
                .collect(Collectors.joining(", "));
    }

    /** From the first line that tells of an error to the end, without general advice; of a stack trace the last line. */
    private String pipsWords() {
        int trace = indexOf("Traceback");
        int first = indexOf(ERROR);
        List<String> lines = output.subList(first < output.size() ? first : 0, output.size());
        if (trace < output.size()) {
            lines = output.subList(output.size() - 1, output.size());
        }
        String words = lines.stream()
                .filter(line -> NOISE.stream().noneMatch(line::startsWith))
                .filter(line -> !line.startsWith("@fetched"))
                .map(line -> line.startsWith(ERROR) ? line.substring(ERROR.length()) : line)
                .collect(Collectors.joining(System.lineSeparator()))
                .strip();
        return words.isEmpty() ? "pip ended without a message" : "pip says: " + words;
    }

    /** The first line that starts with a text; the number of lines if there is none. */
    private int indexOf(String start) {
        int index = 0;
        while (index < output.size() && !output.get(index).startsWith(start)) {
            index++;
        }
        return index;
    }
}
