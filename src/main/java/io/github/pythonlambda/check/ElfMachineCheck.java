package io.github.pythonlambda.check;

import io.github.pythonlambda.elf.ElfImage;
import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.target.Target;
import io.github.pythonlambda.wheel.WheelFacts;
import io.github.pythonlambda.wheel.WheelInspection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Rule {@code elf-machine}: the shared libraries of a wheel must be for the target's machine. Programs are not judged:
 * wheels carry some for other machines, and start the right one.
 */
public final class ElfMachineCheck {

    private static final Rule RULE = Rule.ELF_MACHINE;
    /** A file whose path says what machine or system it is for is one of several, chosen at run time. */
    private static final Pattern NAMES_A_MACHINE = Pattern.compile(
            "(?<![a-z])(amd64|x86|x64|i[3-6]86|arm(64|v[0-9])?|aarch64|win(32|64|dows)?|darwin|macos)(?![a-z])",
            Pattern.CASE_INSENSITIVE);

    /** The ending by which Python itself chooses (PEP 3149). */
    private static final Pattern PYTHONS_ENDING = Pattern.compile("\\.cpython-[^./]*\\.so");

    private final Target target;

    public ElfMachineCheck(Target target) {
        this.target = target;
    }

    public Optional<Finding> check(InspectedWheel wheel) {
        Map<String, String> wrong = wrong(wheel);
        if (wrong.isEmpty()) {
            return Optional.empty();
        }
        boolean someFit = wheel.sharedLibraries().stream().anyMatch(file -> InspectedWheel.fits(file.image(), target));
        boolean allAreChoices = wrong.keySet().stream().allMatch(ElfMachineCheck::isChoice);
        boolean isData = wheel.isNative() ? someFit && allAreChoices : someFit || allAreChoices;
        if (isData) {
            return Optional.empty();
        }
        String what = wheel.isNative()
                ? "%s holds shared libraries that cannot be loaded on %s, though its tags say so"
                : "%s is tagged for any machine, but its shared libraries cannot be loaded on %s";
        Problem problem = problem(wheel, what.formatted(wheel.file(), target), wrong);
        return Optional.of(
                (wheel.isNative() ? Finding.error(RULE, problem) : Finding.warning(RULE, problem)).in(wheel));
    }

    /** The libraries that cannot be loaded, and why. */
    private Map<String, String> wrong(InspectedWheel wheel) {
        Map<String, String> wrong = new LinkedHashMap<>();
        for (WheelFacts.NativeFile library : wheel.sharedLibraries()) {
            ElfImage image = library.image();
            if (!InspectedWheel.fits(image, target)) {
                wrong.put(
                        library.path(),
                        "%s, %d bits%s"
                                .formatted(image.machine(), image.bits(), image.littleEndian() ? "" : ", big-endian"));
            }
        }
        wheel.facts().unreadableFiles().stream()
                .filter(file -> WheelInspection.isSharedLibrary(file.path()))
                .forEach(file -> wrong.put(file.path(), file.why()));
        return wrong;
    }

    private static boolean isChoice(String path) {
        return NAMES_A_MACHINE
                .matcher(PYTHONS_ENDING.matcher(path).replaceFirst(""))
                .find();
    }

    private Problem problem(InspectedWheel wheel, String what, Map<String, String> wrong) {
        return Problem.of(what)
                .at(wheel.path())
                .expected("ELF, %s, 64 bits".formatted(target.architecture().machine()))
                .found(Shown.some(wrong.entrySet().stream()
                        .map(library -> "%s (%s)".formatted(library.getKey(), library.getValue()))
                        .toList()))
                .remedy("get or build %s for %s; if you build it, give it the tags of the machine it is built for"
                        .formatted(wheel.file().name(), target.architecture().machine()));
    }
}
