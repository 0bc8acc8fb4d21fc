package io.github.pythonlambda.check;

import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.wheel.ContentFault;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Rule {@code wheel-record}: a wheel's files must be those that its RECORD lists, with the hashes and sizes that it lists
 * (PEP 427: "installation will fail" otherwise; pip does not look).
 */
public final class WheelRecordCheck {

    private static final Rule RULE = Rule.WHEEL_RECORD;

    private static final Map<ContentFault.Kind, String> WORDS = new EnumMap<>(Map.of(
            ContentFault.Kind.NO_RECORD, "has no RECORD",
            ContentFault.Kind.RECORD_SYNTAX, "has lines in its RECORD that are not of the form path,hash,size",
            ContentFault.Kind.NOT_LISTED, "holds files that its RECORD does not list",
            ContentFault.Kind.NO_HASH, "has files in its RECORD without a hash of SHA-256 or better",
            ContentFault.Kind.WRONG_HASH, "holds files that are not those of its RECORD: their hashes differ",
            ContentFault.Kind.WRONG_SIZE, "holds files that are not those of its RECORD: their sizes differ",
            ContentFault.Kind.MISSING, "lacks files that its RECORD lists"));

    private WheelRecordCheck() {}

    /** One finding for each kind of fault. */
    public static List<Finding> check(InspectedWheel wheel) {
        Map<ContentFault.Kind, List<ContentFault>> byKind = new EnumMap<>(ContentFault.Kind.class);
        for (ContentFault fault : wheel.facts().faults()) {
            if (WORDS.containsKey(fault.kind())) {
                byKind.computeIfAbsent(fault.kind(), kind -> new ArrayList<>()).add(fault);
            }
        }
        List<Finding> findings = new ArrayList<>();
        byKind.forEach((kind, faults) ->
                findings.add(Finding.error(RULE, problem(wheel, kind, faults)).in(wheel)));
        return findings;
    }

    private static Problem problem(InspectedWheel wheel, ContentFault.Kind kind, List<ContentFault> faults) {
        Problem problem = Problem.of("the wheel " + wheel.file() + " " + WORDS.get(kind))
                .at(wheel.path())
                .found(Shown.some(
                        faults.stream().map(WheelRecordCheck::describe).toList()))
                .remedy(
                        ("get %s again from where it was built; a tool that changes files of a wheel has to write RECORD"
                                        + " anew, as 'wheel pack' does")
                                .formatted(wheel.file().name()));
        return problem;
    }

    private static String describe(ContentFault fault) {
        if (fault.expected().isEmpty() && fault.found().isEmpty()) {
            return fault.path();
        }
        String found = fault.found().isEmpty() ? "none" : fault.found();
        return fault.kind() == ContentFault.Kind.NO_HASH
                ? "%s (%s)".formatted(fault.path(), found)
                : "%s (%s, RECORD says %s)".formatted(fault.path(), found, fault.expected());
    }
}
