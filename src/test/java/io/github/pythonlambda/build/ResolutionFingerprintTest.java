package io.github.pythonlambda.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.index.IndexLocation;
import io.github.pythonlambda.index.IndexSettings;
import io.github.pythonlambda.index.UserEnvironment;
import io.github.pythonlambda.requirements.RequirementsReader;
import io.github.pythonlambda.resolve.LayerSource;
import io.github.pythonlambda.resolve.ResolveOptions;
import io.github.pythonlambda.resolve.ResolveRequest;
import io.github.pythonlambda.resolve.SdistPolicy;
import io.github.pythonlambda.target.LambdaCatalog;
import io.github.pythonlambda.target.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each input is changed alone, and the fingerprint has to tell. */
class ResolutionFingerprintTest {

    @TempDir
    Path folder;

    private final Map<String, String> variables = new HashMap<>();
    private String requirements = "web\n";
    private String runtime = "python3.13";
    private String architecture = "arm64";
    private String pythonFullVersion = "3.13.0";
    private String pip = "pip 25.3";
    private Optional<IndexLocation> index = Optional.empty();
    private SdistPolicy sdists = SdistPolicy.REFUSE;
    private List<String> constraints = List.of();
    private boolean offline;

    @BeforeEach
    void sealTheSettings() {
        variables.put("HOME", folder.resolve("home").toString());
        variables.put("XDG_CONFIG_DIRS", folder.resolve("etc").toString());
    }

    private Optional<Sha256> fingerprint() throws Exception {
        Path file = Files.writeString(folder.resolve("requirements.txt"), requirements);
        Target target = LambdaCatalog.load().target(runtime, architecture, pythonFullVersion);
        LayerSource layer = new LayerSource("layer", Optional.of(file), List.of());
        IndexSettings indexes =
                new IndexSettings(index, List.of(), List.of(), List.of(), new UserEnvironment(variables));
        ResolveRequest request = new ResolveRequest(
                target,
                List.of(layer),
                folder,
                new ResolveOptions(offline, indexes, Optional.empty(), sdists, Optional.empty()),
                constraints,
                Map.of());
        return ResolutionFingerprint.of(
                request, Map.of("layer", new RequirementsReader(folder, variables::get).read(file)), pip);
    }

    /** Changes one thing. */
    @FunctionalInterface
    private interface Change {
        void make() throws Exception;
    }

    private boolean isSeen(Change change) throws Exception {
        Sha256 before = fingerprint().orElseThrow();
        change.make();
        return !fingerprint().orElseThrow().equals(before);
    }

    @Test
    void nothingChangesByItself() throws Exception {
        assertThat(isSeen(() -> {})).isFalse();
    }

    @Test
    void theTargetCounts() throws Exception {
        assertThat(isSeen(() -> architecture = "x86_64")).isTrue();
        assertThat(isSeen(() -> pythonFullVersion = "3.13.9")).isTrue();
        assertThat(isSeen(() -> {
                    runtime = "python3.12";
                    pythonFullVersion = "3.12.3";
                }))
                .isTrue();
    }

    @Test
    void pipAndTheOptionsCount() throws Exception {
        assertThat(isSeen(() -> pip = "pip 26.0")).isTrue();
        assertThat(isSeen(() -> sdists = new SdistPolicy(true, sdists.projects())))
                .isTrue();
        assertThat(isSeen(() -> constraints = List.of("web==1.0"))).isTrue();
        assertThat(isSeen(() -> index = Optional.of(IndexLocation.parse("https://index.example/simple"))))
                .isTrue();
    }

    @Test
    void whetherTheNetworkMayBeUsedDoesNotCount() throws Exception {
        assertThat(isSeen(() -> offline = true)).isFalse();
    }

    @Test
    void aLoginDoesNotCount() throws Exception {
        index = Optional.of(IndexLocation.parse("https://user:one@index.example/simple"));

        assertThat(isSeen(() -> index = Optional.of(IndexLocation.parse("https://user:two@index.example/simple"))))
                .isFalse();
    }

    @Test
    void includedFilesCount() throws Exception {
        Files.writeString(folder.resolve("more.txt"), "a\n");
        Files.writeString(folder.resolve("limits.txt"), "a<2\n");
        requirements = "-r more.txt\n-c limits.txt\n";

        assertThat(isSeen(() -> Files.writeString(folder.resolve("more.txt"), "a # new\n")))
                .isTrue();
        assertThat(isSeen(() -> Files.writeString(folder.resolve("limits.txt"), "a<3\n")))
                .isTrue();
    }

    @Test
    void aVariableCountsAndATokenDoesNot() throws Exception {
        requirements = "--index-url https://user:${TOKEN}@index.example/simple\nweb${LIMIT}\n";
        variables.put("LIMIT", "<2");
        variables.put("TOKEN", "one");

        assertThat(isSeen(() -> variables.put("TOKEN", "two"))).isFalse();
        assertThat(isSeen(() -> variables.put("LIMIT", "<3"))).isTrue();
        assertThat(isSeen(() -> variables.put("OTHER", "x"))).isFalse();
    }

    @Test
    void filesAndFoldersOfRequirementsCountByTheirContent() throws Exception {
        Files.createDirectories(folder.resolve("lib/__pycache__"));
        Files.writeString(folder.resolve("own-1.0-py3-none-any.whl"), "one");
        Files.writeString(folder.resolve("lib/module.py"), "one");
        requirements = "./own-1.0-py3-none-any.whl\n-e ./lib\n";

        assertThat(isSeen(() -> Files.writeString(folder.resolve("own-1.0-py3-none-any.whl"), "two")))
                .isTrue();
        assertThat(isSeen(() -> Files.writeString(folder.resolve("lib/module.py"), "two")))
                .isTrue();
        assertThat(isSeen(() -> Files.writeString(folder.resolve("lib/__pycache__/module.pyc"), "x")))
                .isFalse();
    }

    @Test
    void pipsSettingsCount() throws Exception {
        Path conf = folder.resolve("home/.config/pip/pip.conf");
        Files.createDirectories(conf.getParent());

        assertThat(isSeen(() -> variables.put("PIP_PRE", "1"))).isTrue();
        assertThat(isSeen(
                        () -> Files.writeString(conf, "[global]\nindex-url = https://user:one@index.example/simple\n")))
                .isTrue();
        assertThat(isSeen(
                        () -> Files.writeString(conf, "[global]\nindex-url = https://user:two@index.example/simple\n")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-r https://index.example/more.txt\n",
                "-c https://index.example/limits.txt\n",
                "web @ https://index.example/web-1.0-py3-none-any.whl\n",
                "web @ git+https://index.example/web.git@main\n",
            })
    void whatCannotBeSeenWithoutTheNetworkGivesNoFingerprint(String line) throws Exception {
        requirements = line;

        assertThat(fingerprint()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--index-url https://index.example/simple\nweb\n",
                "--find-links https://index.example/wheels\nweb\n",
                "web @ git+https://index.example/web.git@0123456789012345678901234567890123456789\n",
            })
    void whatIsFixedOrAnIndexGivesOne(String lines) throws Exception {
        requirements = lines;

        assertThat(fingerprint()).isPresent();
    }

    @Test
    void constraintsInPipsSettingsGiveNone() throws Exception {
        variables.put("PIP_CONSTRAINT", "limits.txt");

        assertThat(fingerprint()).isEmpty();
    }
}
