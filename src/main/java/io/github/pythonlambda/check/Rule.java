package io.github.pythonlambda.check;

import io.github.pythonlambda.check.Finding.Severity;
import java.util.Arrays;
import java.util.Optional;

/** All rules, in the order in which findings are told. Each has a section in docs/rules.md. */
public enum Rule {
    WHEEL_TAG("wheel-tag", Severity.ERROR, "a wheel's tags must fit the target"),
    LINUX_TAG("linux-tag", Severity.WARNING, "a wheel should say which glibc it needs"),
    WHEEL_ARCHIVE("wheel-archive", Severity.ERROR, "a wheel must be an undamaged archive that can be read in one way"),
    WHEEL_RECORD("wheel-record", Severity.ERROR, "a wheel's files must be those that its RECORD lists"),
    WHEEL_NAME("wheel-name", Severity.WARNING, "a wheel must declare the tags that its file name says"),
    ELF_MACHINE("elf-machine", Severity.ERROR, "shared libraries must be for the target's machine"),
    EXTENSION_MODULE("extension-module", Severity.ERROR, "extension modules must have names that the runtime imports"),
    ELF_GLIBC("elf-glibc", Severity.ERROR, "native files must not need newer system libraries than the runtime has"),
    ELF_LIBRARY(
            "elf-library", Severity.WARNING, "libraries that native files need must be in a layer or in the runtime"),
    CLASH("clash", Severity.ERROR, "two packages must not fill one path differently"),
    CASE_CLASH("case-clash", Severity.WARNING, "paths must differ in more than capitals"),
    FILE_AND_FOLDER("file-and-folder", Severity.ERROR, "a path must not be a file and a folder"),
    PATH_LIMIT("path-limit", Severity.ERROR, "paths must not be longer than Linux allows"),
    DUPLICATE_PACKAGE("duplicate-package", Severity.ERROR, "a function must have one copy of a package"),
    STDLIB_MODULE("stdlib-module", Severity.ERROR, "no module may hide one of the standard library"),
    HIDDEN_PACKAGE("hidden-package", Severity.ERROR, "no module of the app may hide an installed package"),
    RUNTIME_PACKAGE("runtime-package", Severity.NOTE, "the runtime's AWS SDK should find the packages it came with"),
    HANDLER("handler", Severity.ERROR, "the handler's module must be in the app or in a layer"),
    RUN_SCRIPT("run-script", Severity.ERROR, "the program that the Lambda Web Adapter starts must be one"),
    RUN_SCRIPT_SHEBANG("run-script-shebang", Severity.ERROR, "run.sh must name an interpreter that the runtime has"),
    RUN_SCRIPT_PROGRAM(
            "run-script-program", Severity.ERROR, "the program that run.sh starts must be in the app or in a layer"),
    RUN_SCRIPT_APP("run-script-app", Severity.ERROR, "the app that run.sh names must be in the app or in a layer"),
    RUN_SCRIPT_PORT("run-script-port", Severity.ERROR, "run.sh must listen on the port that the adapter asks"),
    RUN_SCRIPT_PYTHONPATH(
            "run-script-pythonpath", Severity.ERROR, "run.sh must leave a PYTHONPATH that reaches the layers"),
    RUN_SCRIPT_EXEC("run-script-exec", Severity.WARNING, "run.sh should start the server by exec"),
    BYTECODE(
            "bytecode",
            Severity.NOTE,
            "with <bytecode>, every module should be one that the runtime's Python compiles"),
    LAYER_COUNT("layer-count", Severity.WARNING, "a function must not have more layers than Lambda allows"),
    SIZE("size", Severity.ERROR, "app and layers must not be larger, unzipped, than Lambda allows"),
    MAX_SIZE("max-size", Severity.ERROR, "app and layers must not be larger, unzipped, than <maxSize>"),
    DIRECT_UPLOAD("direct-upload", Severity.WARNING, "a zip should be small enough to be sent with the API call");

    private final String id;
    private final Severity severity;
    private final String title;

    Rule(String id, Severity severity, String title) {
        this.id = id;
        this.severity = severity;
        this.title = title;
    }

    /** The rule with an id. */
    public static Optional<Rule> of(String id) {
        return Arrays.stream(values()).filter(rule -> rule.id.equals(id)).findFirst();
    }

    /** Its name in parameters, reports and docs. */
    public String id() {
        return id;
    }

    /** How bad its findings are, unless the rule is in doubt itself or the user says otherwise. */
    public Severity severity() {
        return severity;
    }

    /** What it demands, in one line. */
    public String title() {
        return title;
    }

    /** Whether what it finds cannot be installed, packed or unpacked, so that it cannot be set to anything else. */
    public boolean isFixed() {
        return this == WHEEL_TAG || this == WHEEL_ARCHIVE || this == FILE_AND_FOLDER || this == PATH_LIMIT;
    }

    @Override
    public String toString() {
        return id;
    }
}
