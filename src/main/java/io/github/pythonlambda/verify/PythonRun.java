package io.github.pythonlambda.verify;

import io.github.pythonlambda.json.JsonValue;
import io.github.pythonlambda.json.JsonWriter;
import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.python.Interpreter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Imports modules in a process of the function's Python. */
final class PythonRun {

    /** Longer than the most that Lambda gives a function to start with, and than any import of use takes. */
    private static final Duration TO_IMPORT_EVERYTHING = Duration.ofMinutes(10);

    private static final String PLAN = ".verify-plan.json";
    private static final String RESULTS = ".verify-results.jsonl";
    private static final String NO_BYTECODE = ".verify-no-bytecode";
    private static final int LINES_TOLD = 15;
    private static final int KILLED = 128;

    private final FunctionPlace place;
    private final FunctionTree tree;
    private final Interpreter interpreter;
    private final SearchPath searchPath;
    private final Map<String, String> environment;
    private final Leftovers leftovers;

    /**
     * What is put in front of {@code sys.path}.
     *
     * @param folders the folders
     * @param pthFiles whether their {@code .pth} files count
     */
    record SearchPath(List<String> folders, boolean pthFiles) {
        SearchPath {
            folders = List.copyOf(folders);
        }
    }

    /** A module, and an attribute that it has to have. */
    record Wanted(String module, @Nullable String attribute) {
        private Map<String, String> plan() {
            return attribute == null ? Map.of("name", module) : Map.of("name", module, "attribute", attribute);
        }

        @Override
        public String toString() {
            return attribute == null ? module : module + ":" + attribute;
        }
    }

    PythonRun(
            FunctionPlace place,
            FunctionTree tree,
            Interpreter interpreter,
            SearchPath searchPath,
            Map<String, String> environment,
            Leftovers leftovers) {
        this.place = place;
        this.tree = tree;
        this.interpreter = interpreter;
        this.searchPath = searchPath;
        this.environment = Map.copyOf(environment);
        this.leftovers = leftovers;
    }

    /** Imports modules in one process, and in another one those that are left after a module that ended it. */
    ImportReport importAll(List<Wanted> modules) throws ProblemException, IOException {
        return importAll(modules, List.of());
    }

    /** Does the same as if there were no compiled modules: Python looks for them in a folder that does not exist. */
    ImportReport importWithoutBytecode(List<Wanted> modules) throws ProblemException, IOException {
        return importAll(modules, List.of("-B", "-X", "pycache_prefix=" + place.tmp() + "/" + NO_BYTECODE));
    }

    private ImportReport importAll(List<Wanted> modules, List<String> options) throws ProblemException, IOException {
        List<ModuleOutcome> outcomes = new ArrayList<>();
        ImportTimes times = new ImportTimes();
        JsonValue facts;
        do {
            List<Wanted> left = modules.subList(outcomes.size(), modules.size());
            Ended ended = run("lambda_import.py", options, left, Optional.empty(), times::isOther);
            facts = ended.results().get(0);
            List<ModuleOutcome> told = outcomes(ended, left);
            outcomes.addAll(told);
        } while (outcomes.size() < modules.size());
        return report(facts, outcomes, times);
    }

    /** Loads a handler in a process of its own, as Lambda does, and calls it. */
    CallReport call(Wanted handler, Optional<String> event) throws ProblemException, IOException {
        ImportTimes times = new ImportTimes();
        Ended ended = run("lambda_call.py", List.of(), List.of(handler), event, times::isOther);
        List<ModuleOutcome> outcomes = outcomes(ended, List.of(handler));
        ImportReport imported = report(ended.results().get(0), outcomes, times);
        boolean loaded = outcomes.get(0).fault() == null;
        if (!loaded || event.isEmpty()) {
            return new CallReport(imported, -1, null, null);
        }
        if (ended.results().size() < 4) {
            return new CallReport(imported, 0, null, fault(ended, "the call"));
        }
        JsonValue call = ended.results().get(3);
        return new CallReport(
                imported,
                call.get("seconds").doubleValue(),
                call.get("result").textOrNull(),
                call.get("fault").isObject() ? Fault.read(call.get("fault")) : null);
    }

    /**
     * A process that has ended.
     *
     * @param results what it told, at least a line about the interpreter
     */
    private record Ended(Optional<Integer> status, List<JsonValue> results, List<String> output) {}

    private Ended run(
            String program,
            List<String> options,
            List<Wanted> modules,
            Optional<String> event,
            Predicate<String> isKept)
            throws ProblemException, IOException {
        Path results = tree.tmp().resolve(RESULTS);
        Files.deleteIfExists(results);
        writePlan(modules, event);
        List<String> command = new ArrayList<>(List.of(python(), "-X", "importtime", "-X", "faulthandler"));
        command.addAll(options);
        command.addAll(List.of(place.runtime() + "/" + program, place.tmp() + "/" + PLAN, place.tmp() + "/" + RESULTS));
        FunctionProcess process =
                leftovers.add(FunctionProcess.start(place.command(command), place.directory(), environment, isKept));
        boolean ended = process.waitFor(TO_IMPORT_EVERYTHING);
        process.close();
        List<JsonValue> lines = new ArrayList<>();
        if (Files.exists(results)) {
            for (String line : Files.readAllLines(results)) {
                lines.add(JsonValue.read(line));
            }
        }
        if (lines.isEmpty()) {
            throw new ProblemException(Problem.of("the interpreter to verify with does not start")
                    .at(interpreter.origin())
                    .found(end(process.output()))
                    .remedy("name another one by <verifyPython> or -Dpython-lambda.verifyPython"));
        }
        return new Ended(ended ? Optional.of(process.exitStatus()) : Optional.empty(), lines, process.output());
    }

    private String python() {
        return Files.isSymbolicLink(tree.lang().resolve("bin").resolve("python"))
                ? place.lang() + "/bin/python"
                : interpreter.executable();
    }

    private void writePlan(List<Wanted> modules, Optional<String> event) throws IOException {
        Map<String, Object> plan = new LinkedHashMap<>();
        plan.put("path", searchPath.folders());
        plan.put("site", searchPath.pthFiles());
        plan.put("modules", modules.stream().map(Wanted::plan).toList());
        event.ifPresent(text -> plan.put("event", text));
        Files.writeString(tree.tmp().resolve(PLAN), JsonWriter.line(plan));
    }

    /** After the first line, each module has two, but for the one that ended the process. */
    private static List<ModuleOutcome> outcomes(Ended ended, List<Wanted> modules) {
        List<ModuleOutcome> outcomes = new ArrayList<>();
        List<JsonValue> lines = ended.results();
        for (int i = 0; i < modules.size(); i++) {
            int line = 2 * i + 2;
            String module = modules.get(i).toString();
            if (line >= lines.size()) {
                outcomes.add(new ModuleOutcome(module, 0, fault(ended, "the import")));
                return outcomes;
            }
            JsonValue fault = lines.get(line).get("fault");
            outcomes.add(new ModuleOutcome(
                    module, lines.get(line).get("seconds").doubleValue(), fault.isObject() ? Fault.read(fault) : null));
        }
        return outcomes;
    }

    private static Fault fault(Ended ended, String what) {
        String message = ended.status()
                .map(status -> status > KILLED
                        ? "%s ended the process by signal %d%s"
                                .formatted(what, status - KILLED, status == KILLED + 11 ? " (segmentation fault)" : "")
                        : "%s ended the process with status %d".formatted(what, status))
                .orElse("%s does not end; it was stopped after %d minutes"
                        .formatted(what, TO_IMPORT_EVERYTHING.toMinutes()));
        return Fault.ofProcess(message, last(ended.output()));
    }

    private static List<String> last(List<String> output) {
        return output.subList(Math.max(0, output.size() - LINES_TOLD), output.size());
    }

    private static String end(List<String> output) {
        return output.isEmpty() ? "it printed nothing" : String.join(System.lineSeparator(), last(output));
    }

    private static ImportReport report(JsonValue facts, List<ModuleOutcome> outcomes, ImportTimes times) {
        Set<String> names = Set.copyOf(facts.get("standardLibrary").texts());
        return new ImportReport(names, facts.get("prefix").text(), outcomes, times);
    }
}
