package io.github.pythonlambda.target;

import io.github.pythonlambda.packaging.CompatibleTags;
import io.github.pythonlambda.packaging.GlibcVersion;
import io.github.pythonlambda.packaging.Manylinux;
import io.github.pythonlambda.packaging.Tag;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The machine that a function runs on: a runtime on an architecture.
 *
 * @param runtime the runtime
 * @param architecture one that the runtime is offered for
 * @param pythonFullVersion the full Python version that markers and {@code Requires-Python} are evaluated for
 */
public record Target(LambdaRuntime runtime, Architecture architecture, String pythonFullVersion) {

    // Written out, since the JVM puts a record's own together at its first use: too slow for one that lives for a
    // build.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Target target
                && architecture == target.architecture
                && pythonFullVersion.equals(target.pythonFullVersion)
                && Objects.equals(runtime, target.runtime);
    }

    @Override
    public int hashCode() {
        return (runtime.id().hashCode() * 31 + architecture.ordinal()) * 31 + pythonFullVersion.hashCode();
    }

    /** The tags of the wheels that can be installed, best first. */
    public List<Tag> tags() {
        return CompatibleTags.all(runtime.pythonMinor(), Manylinux.platforms(glibc(), architecture.machine()));
    }

    public GlibcVersion glibc() {
        return runtime.operatingSystem().glibc();
    }

    /**
     * The values of the environment markers (PEP 508). {@code platform_release} and {@code platform_version} describe the
     * kernel, which Lambda changes at will, and are empty.
     */
    public Map<String, String> markerEnvironment() {
        Map<String, String> environment = new TreeMap<>();
        environment.put("implementation_name", "cpython");
        environment.put("implementation_version", pythonFullVersion);
        environment.put("os_name", "posix");
        environment.put("platform_machine", architecture.machine());
        environment.put("platform_python_implementation", "CPython");
        environment.put("platform_release", "");
        environment.put("platform_system", "Linux");
        environment.put("platform_version", "");
        environment.put("python_full_version", pythonFullVersion);
        environment.put("python_version", runtime.pythonVersion());
        environment.put("sys_platform", "linux");
        return Map.copyOf(environment);
    }

    /** In words, such as {@code python3.13 on arm64}. */
    @Override
    public String toString() {
        return runtime + " on " + architecture;
    }
}
