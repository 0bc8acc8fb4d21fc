package io.github.pythonlambda.bytecode;

import io.github.pythonlambda.archive.ArchiveEntry;
import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.python.CommandRunner;
import io.github.pythonlambda.python.Interpreter;
import io.github.pythonlambda.python.ScratchFolder;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Compiles modules with one interpreter. The bytes depend on the sources, their paths and the interpreter's version alone:
 *
 * <ul>
 *   <li>Each package gets a process of its own, which compiles in the order of paths. What was compiled before in a process can
 *       show in what it writes next (python/cpython#129724).
 *   <li>The hash seed is fixed: before 3.11, sets are written in the order of their hashes (python/cpython#81777).
 *   <li>No variable of the user, no {@code site}, and no compiled standard library: nothing that another machine may not have
 *       is loaded.
 * </ul>
 */
final class ModuleCompiler {

    static final String SCRATCH = "compiling-";
    private static final byte[] LINE_END_IN_MAGIC = {'\r', '\n'};

    private final Interpreter interpreter;
    private final int minor;
    private final CommandRunner runner;
    private final Path scratch;

    /**
     * @param minor the interpreter's minor version
     * @param scratch where folders for passing files are made
     */
    ModuleCompiler(Interpreter interpreter, int minor, CommandRunner runner, Path scratch) {
        this.interpreter = interpreter;
        this.minor = minor;
        this.runner = runner;
        this.scratch = scratch;
    }

    /**
     * Compiles.
     *
     * @return the modules, in memory
     * @throws ProblemException if the interpreter writes for another Python, or ends without a result
     */
    CompiledModules compile(ModuleSources sources) throws ProblemException, IOException {
        if (sources.files().isEmpty()) {
            return CompiledModules.NONE;
        }
        try (ScratchFolder folder = ScratchFolder.in(scratch, SCRATCH)) {
            Path input = folder.path().resolve("sources");
            Path output = folder.path().resolve("results");
            write(sources.files(), input);
            CommandRunner.Result result = runner.run(command(sources, folder.path(), input, output), line -> {});
            if (result.exitCode() != 0) {
                throw new ProblemException(Problem.of("Python cannot compile the modules of " + sources.name())
                        .at(interpreter.executable())
                        .expected("exit status 0")
                        .found(result.exitCode()
                                + System.lineSeparator()
                                + String.join(System.lineSeparator(), result.output()))
                        .remedy("do without <bytecode> or -Dpython-lambda.bytecode, or name another CPython "
                                + interpreter.version() + " by <python> or -Dpython-lambda.python"));
            }
            return read(sources.files(), output);
        }
    }

    private CommandRunner.Command command(ModuleSources sources, Path folder, Path input, Path output)
            throws IOException {
        List<String> arguments = List.of(
                interpreter.executable(),
                "-S",
                "-s",
                "-B",
                "-X",
                "utf8",
                // An empty folder: whether modules of the standard library are compiled already must make no
                // difference.
                "-X",
                "pycache_prefix=" + folder.resolve("none"),
                "-W",
                "ignore",
                CompilerProgram.unpack(folder).toString(),
                input.toString(),
                output.toString(),
                sources.folder(),
                Integer.toString(sources.invalidation().flags()));
        List<String> without = Stream.concat(
                        interpreter.hiddenVariables().stream(),
                        System.getenv().keySet().stream().filter(name -> name.startsWith("PYTHON")))
                .toList();
        return new CommandRunner.Command(arguments, folder, Map.of("PYTHONHASHSEED", "0"), without);
    }

    private static void write(SortedMap<String, ArchiveEntry.Content> sources, Path file) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            for (Map.Entry<String, ArchiveEntry.Content> source : sources.entrySet()) {
                writePart(source.getKey().getBytes(StandardCharsets.UTF_8), out);
                writePart(source.getValue().read(), out);
            }
        }
    }

    private static void writePart(byte[] content, DataOutputStream out) throws IOException {
        out.writeInt(content.length);
        out.write(content);
    }

    private CompiledModules read(SortedMap<String, ArchiveEntry.Content> sources, Path file)
            throws ProblemException, IOException {
        List<ArchiveEntry> entries = new ArrayList<>();
        SortedMap<String, String> skipped = new TreeMap<>();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            checkMagic(in.readNBytes(2 + LINE_END_IN_MAGIC.length));
            for (String source : sources.keySet()) {
                boolean done = in.readByte() == 1;
                byte[] result = in.readNBytes(in.readInt());
                if (done) {
                    String path = ModuleSources.compiledPath(source, minor);
                    entries.add(new ArchiveEntry(path, false, new ArchiveEntry.Content.Generated(result)));
                } else {
                    skipped.put(source, new String(result, StandardCharsets.UTF_8));
                }
            }
        }
        return new CompiledModules(entries, skipped);
    }

    private void checkMagic(byte[] magic) throws ProblemException {
        int found = (magic[0] & 0xFF) | (magic[1] & 0xFF) << 8;
        int expected = MagicNumbers.of(minor).orElseThrow();
        if (found != expected) {
            throw new ProblemException(Problem.of(
                            "the interpreter compiles for another Python than the runtime's 3." + minor)
                    .at(interpreter.executable())
                    .expected("magic number " + expected + ", which all releases of CPython 3." + minor + " have")
                    .found(Integer.toString(found))
                    .remedy("name a release of CPython 3." + minor
                            + " by <python> or -Dpython-lambda.python, or leave <python> out"));
        }
    }
}
