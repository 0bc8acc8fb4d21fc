package io.github.pythonlambda.check;

import io.github.pythonlambda.elf.ElfImage;
import io.github.pythonlambda.packaging.ProjectName;
import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.target.SystemLibraries;
import io.github.pythonlambda.target.Target;
import io.github.pythonlambda.wheel.WheelFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Rule {@code elf-library}: the libraries that native files need must be in one of the function's layers or in the
 * runtime. A warning only: packages find libraries in ways that no table tells, and many carry plug-ins that are never
 * loaded.
 */
public final class ElfLibraryCheck {

    private static final Rule RULE = Rule.ELF_LIBRARY;
    private static final int LIBRARIES_SHOWN = 5;

    private final Target target;
    private final SystemLibraries system;
    private final LibraryRemedies remedies = LibraryRemedies.load();

    public ElfLibraryCheck(Target target, SystemLibraries system) {
        this.target = target;
        this.system = system;
    }

    /** The names by which wheels bring libraries that the target can load: file names and sonames. */
    public static Set<String> provided(List<InspectedWheel> wheels, Target target) {
        Set<String> names = new TreeSet<>();
        for (InspectedWheel wheel : wheels) {
            for (WheelFacts.NativeFile file : wheel.loadableFiles(target)) {
                names.add(fileName(file.path()));
                String soname = file.image().soname();
                if (soname != null && file.image().type() == ElfImage.Type.SHARED) {
                    names.add(soname);
                }
            }
        }
        return names;
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /**
     * Checks the wheels of all layers of a function.
     *
     * @param provided names of libraries that the function brings
     */
    public List<Finding> check(List<InspectedWheel> wheels, Set<String> provided) {
        List<Finding> findings = new ArrayList<>();
        for (InspectedWheel wheel : wheels) {
            Map<String, List<String>> filesByLibrary = new TreeMap<>();
            for (WheelFacts.NativeFile file : wheel.loadableFiles(target)) {
                for (String library : file.image().needed()) {
                    if (!provided.contains(library) && !system.names().contains(library)) {
                        filesByLibrary
                                .computeIfAbsent(library, name -> new ArrayList<>())
                                .add(file.path());
                    }
                }
            }
            if (!filesByLibrary.isEmpty()) {
                findings.add(
                        Finding.warning(RULE, problem(wheel, filesByLibrary)).in(wheel));
            }
        }
        return findings;
    }

    private Problem problem(InspectedWheel wheel, Map<String, List<String>> filesByLibrary) {
        ProjectName project = wheel.file().name();
        List<String> found = filesByLibrary.entrySet().stream()
                .limit(LIBRARIES_SHOWN)
                .map(entry -> "%s needed by %s".formatted(entry.getKey(), Shown.some(entry.getValue())))
                .collect(Collectors.toCollection(ArrayList::new));
        if (filesByLibrary.size() > LIBRARIES_SHOWN) {
            found.add("and %d more libraries".formatted(filesByLibrary.size() - LIBRARIES_SHOWN));
        }
        return Problem.of("%s needs shared libraries that neither %s nor any layer has: %s"
                        .formatted(project, target, Shown.some(filesByLibrary.keySet())))
                .at(wheel.path())
                .found(String.join(System.lineSeparator(), found))
                .remedy(String.join(System.lineSeparator(), remedies.of(project, filesByLibrary.keySet())));
    }
}
