package io.github.pythonlambda.template;

import io.github.pythonlambda.python.CommandRunner;
import io.github.pythonlambda.testing.PythonPackages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The SAM CLI and cfn-lint, as people have them; without credentials, and without a way to AWS. */
final class SamTools {

    private final PythonPackages packages;

    private SamTools(PythonPackages packages) {
        this.packages = packages;
    }

    static SamTools install() throws IOException {
        return new SamTools(PythonPackages.install("sam-tools-1.170.0", "aws-sam-cli==1.170.0", "cfn-lint==1.58.0"));
    }

    /** Checks templates, with informational rules, too; what it prints are its findings. */
    CommandRunner.Result cfnLint(Path folder, List<Path> templates) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("--include-checks", "I", "--template"));
        templates.forEach(template -> arguments.add(template.toString()));
        return run(folder, "cfnlint.runner", "main", Map.of(), arguments);
    }

    CommandRunner.Result sam(Path folder, String... arguments) throws IOException {
        return sam(folder, Map.of(), arguments);
    }

    CommandRunner.Result sam(Path folder, Map<String, String> variables, String... arguments) throws IOException {
        return run(folder, "samcli.cli.main", "cli", variables, List.of(arguments));
    }

    private CommandRunner.Result run(
            Path folder, String module, String function, Map<String, String> variables, List<String> arguments)
            throws IOException {
        Map<String, String> environment = new HashMap<>(Map.of(
                "HOME", folder.toString(),
                "SAM_CLI_TELEMETRY", "0",
                "AWS_DEFAULT_REGION", "us-east-1",
                "AWS_ACCESS_KEY_ID", "none",
                "AWS_SECRET_ACCESS_KEY", "none",
                "AWS_EC2_METADATA_DISABLED", "true"));
        environment.putAll(variables);
        List<String> all = new ArrayList<>(
                List.of("-c", "import sys; from %s import %2$s; sys.exit(%2$s())".formatted(module, function)));
        all.addAll(arguments);
        return packages.run(folder, environment, all);
    }
}
