package io.github.pythonlambda.check;

import io.github.pythonlambda.target.SystemLibraries;
import io.github.pythonlambda.target.Target;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** All rules on what wheels hold. */
public final class WheelChecks {

    private WheelChecks() {}

    /**
     * Checks the wheels of all layers of a function together, since they may bring libraries for each other.
     *
     * @param appLibraries names of libraries that the app brings
     */
    public static List<Finding> check(List<InspectedWheel> wheels, Set<String> appLibraries, Target target) {
        SystemLibraries system = SystemLibraries.of(target);
        Set<String> provided = new HashSet<>(appLibraries);
        provided.addAll(ElfLibraryCheck.provided(wheels, target));
        ElfMachineCheck machine = new ElfMachineCheck(target);
        ExtensionModuleCheck extension = new ExtensionModuleCheck(target);
        ElfVersionCheck version = new ElfVersionCheck(target, system, provided);
        List<Finding> findings = new ArrayList<>();
        for (InspectedWheel wheel : wheels) {
            findings.addAll(WheelArchiveCheck.check(wheel));
            findings.addAll(WheelRecordCheck.check(wheel));
            WheelNameCheck.check(wheel).ifPresent(findings::add);
            machine.check(wheel).ifPresent(findings::add);
            extension.check(wheel).ifPresent(findings::add);
            version.check(wheel).ifPresent(findings::add);
        }
        findings.addAll(new ElfLibraryCheck(target, system).check(wheels, provided));
        return findings;
    }
}
