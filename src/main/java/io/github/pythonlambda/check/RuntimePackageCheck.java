package io.github.pythonlambda.check;

import io.github.pythonlambda.packaging.ProjectName;
import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.target.LambdaRuntime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rule {@code runtime-package}: the runtime has an AWS SDK, which AWS brings up to date without notice. Where the layers
 * bring packages that it needs, but not the SDK itself, the two meet for the first time in the function. A note only:
 * it mostly works, and who does not use the SDK need not care.
 */
public final class RuntimePackageCheck {

    private static final Rule RULE = Rule.RUNTIME_PACKAGE;
    private static final ProjectName SDK = new ProjectName("botocore");
    private static final Set<ProjectName> NEEDED_BY_SDK = Stream.of("jmespath", "python-dateutil", "six", "urllib3")
            .map(ProjectName::new)
            .collect(Collectors.toSet());

    private RuntimePackageCheck() {}

    /** @param projects what all layers of the function bring */
    public static Optional<Finding> check(Collection<ProjectName> projects, LambdaRuntime runtime) {
        List<String> shared = projects.stream()
                .filter(NEEDED_BY_SDK::contains)
                .map(ProjectName::canonical)
                .sorted()
                .toList();
        if (shared.isEmpty() || projects.contains(SDK)) {
            return Optional.empty();
        }
        return Optional.of(Finding.note(
                RULE,
                Problem.of("the boto3 of %s, which changes without notice, uses the layers' %s"
                                .formatted(runtime, String.join(", ", shared)))
                        .remedy("if the function uses boto3, require it, so that its version is yours")));
    }
}
