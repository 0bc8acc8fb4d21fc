package io.github.pythonlambda.requirements;

import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.index.Credentials;
import io.github.pythonlambda.packaging.PythonText;
import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One file being read with all that it includes. */
final class Reading {

    private static final Pattern URL = Pattern.compile("(?:https?|file):.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private record Line(Source source, Origin origin, String text, Expanded expanded) {}

    private final References references;
    private final Variables variables;
    private final Path directory;
    private final Map<Path, Sha256> digests = new LinkedHashMap<>();
    private final List<RequirementsLine> lines = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    Reading(References references, Variables variables, Path directory) {
        this.references = references;
        this.variables = variables;
        this.directory = directory;
    }

    RequirementsFile read(Path file) throws ProblemException {
        read(new Source(file.toAbsolutePath(), null, false, null), file.toString());
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        List<ReadFile> files = digests.entrySet().stream()
                .map(digest -> new ReadFile(digest.getKey(), digest.getValue()))
                .toList();
        return new RequirementsFile(file, lines, files, variables.used());
    }

    private void read(Source source, String namedAt) {
        try {
            for (LogicalLine line : LogicalLine.split(text(source))) {
                readLine(source, line);
            }
        } catch (IOException e) {
            problems.add(Problem.of("a requirements file cannot be read")
                    .at(namedAt)
                    .found(source.path() + ": " + reason(e, source.path()))
                    .remedy("correct the path, which counts from the folder of the file it stands in, or write the"
                            + " file"));
        } catch (ProblemException e) {
            problems.addAll(e.problems());
        }
    }

    private String text(Source source) throws IOException, ProblemException {
        byte[] content = Files.readAllBytes(source.path());
        digests.putIfAbsent(source.path().normalize(), Sha256.of(content));
        if (NestedFile.isLock(source.path()) && source.includedBy() != null) {
            return "";
        }
        // pip takes what comes by a URL for UTF-8, without regard to marks and comments.
        return source.url() == null
                ? RequirementsText.decode(content, source.path())
                : new String(content, StandardCharsets.UTF_8);
    }

    private void readLine(Source source, LogicalLine logical) {
        Line line = new Line(
                source, new Origin(source.path(), logical.number()), logical.text(), variables.expand(logical.text()));
        try {
            ParsedLine parsed = ParsedLine.parse(line.expanded().text());
            Optional<String> requirement = parsed.requirement();
            Optional<String> nested = parsed.first(OptionName.REQUIREMENT);
            Optional<String> constraints = parsed.first(OptionName.CONSTRAINT);
            if (requirement.isPresent()) {
                lines.add(requirementLine(line, requirement.get(), parsed));
            } else if (nested.isPresent()) {
                // Options beside it are ignored by pip, and so are further files.
                include(line, nested.get(), false);
            } else if (constraints.isPresent()) {
                include(line, constraints.get(), true);
            } else if (!parsed.options().isEmpty()) {
                lines.add(optionLine(line, parsed.options()));
            }
        } catch (LineSyntaxException e) {
            problems.add(Problem.of(String.valueOf(e.getMessage()))
                    .at(line.origin())
                    .found(Credentials.hide(line.text()))
                    .remedy("correct the line; pip would refuse it too"));
        }
    }

    private RequirementLine requirementLine(Line line, String requirement, ParsedLine parsed) {
        return new RequirementLine(
                line.origin(),
                line.text(),
                requirement,
                Secrets.remove(requirement, line.expanded()),
                parsed.isEditable(),
                line.source().constraint(),
                parsed.options().stream()
                        .filter(option -> option.name().isOfRequirement())
                        .toList(),
                references.ofRequirement(
                        requirement, parsed.isEditable(), line.source().folder(), line.expanded()));
    }

    private OptionLine optionLine(Line line, List<LineOption> options) {
        List<Reference> named = new ArrayList<>();
        // Of several --find-links pip takes the first one.
        options.stream()
                .filter(option -> option.name() == OptionName.FIND_LINKS)
                .findFirst()
                .flatMap(option ->
                        references.ofFindLinks(option.value(), line.source().folder(), line.expanded()))
                .ifPresent(named::add);
        options.stream()
                .filter(option -> option.name() == OptionName.INDEX_URL || option.name() == OptionName.EXTRA_INDEX_URL)
                .forEach(option ->
                        references.ofIndex(option.value(), line.expanded()).ifPresent(named::add));
        String canonical = options.stream()
                .map(option ->
                        PythonText.strip(option.name().flag() + " " + Secrets.remove(option.value(), line.expanded())))
                .collect(Collectors.joining(" "));
        return new OptionLine(line.origin(), line.text(), options, named, canonical);
    }

    private void include(Line line, String value, boolean constraint) {
        Source source = line.source();
        String location = source.url() == null ? value : FileUrls.join(source.url(), value);
        boolean isUrl = URL.matcher(location).matches();
        if (isUrl && !FileUrls.isFileUrl(location)) {
            addNested(line, value, constraint, new Reference.RemoteUrl(Secrets.remove(location, line.expanded())));
            return;
        }
        Optional<Path> path = isUrl ? fileOf(location) : FileUrls.resolve(folder(source), location);
        if (path.isEmpty()) {
            problems.add(Problem.of("no file can have the name of a nested requirements file")
                    .at(line.origin())
                    .found(Credentials.hide(line.text()))
                    .remedy("name a file on this machine, by a path or a URL that starts with file:///"));
            return;
        }
        addNested(line, value, constraint, new Reference.LocalPath(path.get()));
        Source nested = new Source(path.get(), isUrl ? location : null, constraint, source);
        if (nested.includesItself()) {
            problems.add(Problem.of("a requirements file includes itself")
                    .at(line.origin())
                    .found(nested.way().stream().map(Path::toString).collect(Collectors.joining("\nwhich includes ")))
                    .remedy("take one of the lines out that lead there"));
            return;
        }
        read(nested, line.origin().toString());
    }

    private void addNested(Line line, String value, boolean constraint, Reference reference) {
        String canonical = (constraint ? "-c " : "-r ") + Secrets.remove(value, line.expanded());
        lines.add(new NestedFile(line.origin(), line.text(), constraint, reference, canonical));
    }

    /** pip's downloader takes no other {@code file:} URLs than those with two slashes. */
    private Optional<Path> fileOf(String url) {
        return url.startsWith("//", "file:".length()) ? FileUrls.path(url, directory) : Optional.empty();
    }

    private Path folder(Source source) {
        Path folder = source.folder();
        return folder == null ? directory : folder;
    }

    private static String reason(IOException e, Path file) {
        if (e instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (Files.isDirectory(file)) {
            return "it is a folder";
        }
        return e instanceof AccessDeniedException ? "it may not be read" : String.valueOf(e.getMessage());
    }
}
