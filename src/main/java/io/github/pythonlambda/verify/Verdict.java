package io.github.pythonlambda.verify;

import io.github.pythonlambda.packaging.ProjectName;
import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.target.Target;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is proved for a target, what is not, and what would fail on Lambda. */
final class Verdict {

    private static final int RESULT_TOLD = 200;

    private final Target target;
    private final List<Problem> problems = new ArrayList<>();
    private final List<String> notProved = new ArrayList<>();
    private final List<String> proved = new ArrayList<>();

    Verdict(Target target) {
        this.target = target;
    }

    /** What would fail on Lambda. */
    List<Problem> problems() {
        return List.copyOf(problems);
    }

    void notProved(String text) {
        notProved.add(text);
    }

    /** @param owners the package of each module; what is not there is the app's */
    void onImports(List<ModuleOutcome> outcomes, Map<String, ProjectName> owners, FaultJudge judge) {
        int imported = 0;
        Set<ProjectName> packages = new HashSet<>();
        for (ModuleOutcome outcome : outcomes) {
            Optional<ProjectName> owner = Optional.ofNullable(owners.get(outcome.module()));
            if (outcome.fault() != null) {
                onFailedImport(outcome.module(), owner, outcome.fault(), judge);
            } else if (owner.isPresent()) {
                imported++;
                packages.add(owner.get());
            }
        }
        proved.add("%d module%s of %d package%s imported"
                .formatted(imported, imported == 1 ? "" : "s", packages.size(), packages.size() == 1 ? "" : "s"));
    }

    private void onFailedImport(String module, Optional<ProjectName> owner, Fault fault, FaultJudge judge) {
        Judgement judgement = judge.judge(owner, fault);
        String what =
                owner.map(name -> "the module %s of %s".formatted(module, name)).orElse(module + " of the app");
        if (!judgement.isError()) {
            notProved.add(what + ": " + judgement.reason());
            return;
        }
        String excluding = owner.isPresent()
                ? "if the module is not meant to be used without it, name it in <verifyExcludes> or"
                        + " -Dpython-lambda.verifyExcludes"
                : null;
        problems.add(Problem.of("%s cannot be imported: %s".formatted(what, judgement.reason()))
                .at(target)
                .found(String.join(System.lineSeparator(), fault.text()))
                .remedy(remedy(judgement.remedy(), excluding)));
    }

    private static String remedy(@Nullable String first, @Nullable String second) {
        return Stream.of(Optional.ofNullable(first), Optional.ofNullable(second))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
    }

    /** @param modules that the script names */
    void onServer(ServerReport report, String script, List<PythonRun.Wanted> modules, FaultJudge judge) {
        if (report.fault().isPresent()) {
            Judgement judgement = judge.judge(Optional.empty(), report.fault().get());
            if (!judgement.isError()) {
                notProved.add("%s ends at its start: %s".formatted(script, judgement.reason()));
                return;
            }
            for (Problem problem : report.problems()) {
                String reason = report.fault().get().type().isEmpty() ? "" : ": " + judgement.reason();
                String remedy = judgement.remedy();
                Problem told = new Problem(
                        problem.what() + reason,
                        target.toString(),
                        problem.expected(),
                        problem.found(),
                        remedy == null ? problem.remedy() : remedy);
                problems.add(told);
            }
            return;
        }
        report.problems().forEach(problem -> problems.add(problem.at(target)));
        if (!report.answers().isEmpty()) {
            String what = modules.isEmpty()
                    ? script
                    : modules.stream().map(Object::toString).collect(Collectors.joining(", "));
            proved.add(String.format(Locale.ROOT, "%s started in %.1f s", what, report.seconds()));
            proved.addAll(report.answers());
        }
    }

    /** @param handler as the function's configuration has it */
    void onCall(String handler, CallReport report, FaultJudge judge) {
        ModuleOutcome loaded = report.imported().outcomes().get(0);
        if (loaded.fault() != null) {
            onFailedImport("the handler " + handler, Optional.empty(), loaded.fault(), judge);
            return;
        }
        proved.add(String.format(Locale.ROOT, "%s loaded in %.1f s", handler, loaded.seconds()));
        if (!report.called()) {
            return;
        }
        Fault fault = report.fault();
        if (fault != null) {
            Judgement judgement = judge.judge(Optional.empty(), fault);
            if (judgement.isError()) {
                problems.add(
                        Problem.of("the handler %s fails with the event: %s".formatted(handler, judgement.reason()))
                                .at(target)
                                .found(String.join(System.lineSeparator(), fault.text())));
            } else {
                notProved.add("the call of %s: %s".formatted(handler, judgement.reason()));
            }
            return;
        }
        String result = String.valueOf(report.result());
        proved.add(String.format(
                Locale.ROOT,
                "returned %s in %.1f s",
                result.length() <= RESULT_TOLD ? result : result.substring(0, RESULT_TOLD) + "...",
                report.seconds()));
    }

    void tell(VerifyLog log) {
        if (!notProved.isEmpty()) {
            log.warn("Not proved for %s:".formatted(target));
            notProved.forEach(text -> log.warn("  " + text));
        }
        if (problems.isEmpty()) {
            log.info("Verified: " + String.join(", ", proved));
        }
    }
}
