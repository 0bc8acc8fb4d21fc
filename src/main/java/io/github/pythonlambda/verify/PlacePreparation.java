package io.github.pythonlambda.verify;

import io.github.pythonlambda.python.HostPlatform;
import io.github.pythonlambda.python.Interpreter;
import io.github.pythonlambda.resource.JarResource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Puts the interpreter and the programs into a function's folders, and finds out where they can be shown. */
final class PlacePreparation {

    private static final String ROOT_PROGRAM = "lambda_root.sh";
    private static final List<String> PYTHON_PROGRAMS =
            List.of("lambda_import.py", "lambda_call.py", "lambda_fault.py");
    private static final Duration TO_MAKE_A_ROOT = Duration.ofSeconds(20);

    /** What is not seen any more at the host's own paths once the folders are at their places. */
    private static final List<Path> HIDDEN = Stream.of("/opt", "/tmp", "/var/task", "/var/lang", "/var/runtime")
            .map(Path::of)
            .toList();

    private final HostPlatform host;
    private final Leftovers leftovers;

    PlacePreparation(HostPlatform host, Leftovers leftovers) {
        this.host = host;
        this.leftovers = leftovers;
    }

    /**
     * Prepares the folders.
     *
     * @return where they are seen: at their places on Lambda, if this host allows that
     */
    FunctionPlace prepare(FunctionTree tree, Interpreter interpreter) throws IOException {
        for (String program : PYTHON_PROGRAMS) {
            unpack(program, tree.runtime());
        }
        if (host.system() == HostPlatform.System.WINDOWS) {
            return FunctionPlace.elsewhere(tree);
        }
        linkInterpreter(tree.lang(), Path.of(interpreter.executable()), minorVersion(interpreter));
        if (host.system() == HostPlatform.System.LINUX
                && isVisible(Path.of(interpreter.executable()))
                && hasRoot(tree)) {
            FunctionPlace real = FunctionPlace.real(tree, unpack(ROOT_PROGRAM, tree.folder()));
            if (starts(real)) {
                return real;
            }
        }
        return FunctionPlace.elsewhere(tree);
    }

    /** Such as {@code 3.13}. */
    static String minorVersion(Interpreter interpreter) {
        return interpreter.version().substring(0, interpreter.version().lastIndexOf('.'));
    }

    private static Path unpack(String program, Path folder) throws IOException {
        return Files.write(folder.resolve(program), new JarResource(PlacePreparation.class, program).bytes());
    }

    /**
     * Makes a virtual environment (PEP 405), so that the packages of the interpreter itself, such as pip, are not taken for
     * those of a layer.
     */
    private static void linkInterpreter(Path lang, Path executable, String version) throws IOException {
        Path real = executable.toRealPath();
        Path bin = Files.createDirectories(lang.resolve("bin"));
        Path lib = Files.createDirectories(lang.resolve("lib"));
        Files.createDirectories(lib.resolve("python" + version).resolve("site-packages"));
        Files.writeString(
                lang.resolve("pyvenv.cfg"),
                "home = %s%ninclude-system-site-packages = false%n".formatted(real.getParent()));
        Files.createSymbolicLink(bin.resolve("python" + version), real);
        Files.createSymbolicLink(bin.resolve("python3"), Path.of("python" + version));
        Files.createSymbolicLink(bin.resolve("python"), Path.of("python" + version));
        // Before a libpython of the same version that the system has. The embedded builds have their libffi beside
        // them, and
        // that of 3.12 does not look for it there.
        link(real.getParent(), List.of("libpython" + version, "libffi."), lib);
        link(real.getParent().resolveSibling("lib"), List.of("libpython" + version), lib);
    }

    private static void link(Path from, List<String> prefixes, Path to) throws IOException {
        if (!Files.isDirectory(from)) {
            return;
        }
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(path ->
                            prefixes.stream().anyMatch(path.getFileName().toString()::startsWith))
                    .toList()) {
                Path link = to.resolve(file.getFileName());
                if (!Files.exists(link)) {
                    Files.createSymbolicLink(link, file);
                }
            }
        }
    }

    private static boolean isVisible(Path executable) throws IOException {
        Path real = executable.toRealPath();
        return HIDDEN.stream().noneMatch(real::startsWith);
    }

    /** Some hosts do not let everybody list their folders. */
    private static boolean hasRoot(FunctionTree tree) {
        try {
            FunctionRoot.make(tree);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** User namespaces are forbidden on some hosts, and in most containers. */
    private boolean starts(FunctionPlace place) throws IOException {
        if (!Files.isExecutable(Path.of(place.prefix().get(0)))) {
            return false;
        }
        FunctionProcess process = leftovers.add(FunctionProcess.start(
                place.command(List.of("/bin/sh", "-c", "test -x /var/lang/bin/python")),
                place.directory(),
                Map.of("PATH", "/usr/bin:/bin"),
                line -> true));
        boolean ended = process.waitFor(TO_MAKE_A_ROOT);
        process.close();
        return ended && process.exitStatus() == 0;
    }
}
