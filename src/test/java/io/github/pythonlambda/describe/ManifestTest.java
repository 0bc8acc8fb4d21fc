package io.github.pythonlambda.describe;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonlambda.app.Handler;
import io.github.pythonlambda.app.InvokeMode;
import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.archive.WrittenZip;
import io.github.pythonlambda.check.Finding;
import io.github.pythonlambda.check.Rule;
import io.github.pythonlambda.packaging.ProjectName;
import io.github.pythonlambda.packaging.Tag;
import io.github.pythonlambda.packaging.Version;
import io.github.pythonlambda.packaging.WheelFileName;
import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.resolve.HeldBack;
import io.github.pythonlambda.target.Architecture;
import io.github.pythonlambda.target.LambdaCatalog;
import io.github.pythonlambda.target.Target;
import io.github.pythonlambda.target.WebAdapterChoice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestTest {

    private static final Sha256 APP_HASH =
            new Sha256("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    private static final Sha256 LAYER_HASH = new Sha256("00".repeat(32));
    private static final Sha256 INPUTS = new Sha256("11".repeat(32));
    private static final Sha256 WHEEL_HASH = new Sha256("ab".repeat(32));

    @TempDir
    private Path folder;

    private static Target target(String runtime, String architecture) throws Exception {
        return LambdaCatalog.load().target(runtime, architecture, null);
    }

    private AppZip app(String handler) throws Exception {
        return new AppZip(
                FunctionSettings.of(
                        Handler.parse(handler),
                        InvokeMode.BUFFERED,
                        WebAdapterChoice.DEFAULT,
                        List.of(Architecture.ARM64, Architecture.X86_64)),
                folder.resolve("demo-1.0.zip"),
                new WrittenZip(APP_HASH, 321, 123, 2));
    }

    private LayerZip layer(Target target) throws Exception {
        PackedWheel wheel = new PackedWheel(
                WheelFileName.parse("Demo_Pkg-1.0.0-cp311-cp311-manylinux_2_17_aarch64.manylinux2014_aarch64.whl"),
                WHEEL_HASH,
                new Tag("cp311", "cp311", "manylinux_2_17_aarch64"),
                4567,
                Optional.of(new HeldBack(
                        new ProjectName("demo-pkg"),
                        Version.parse("1.0.0"),
                        Version.parse("1.1"),
                        "needs glibc 2.27",
                        Optional.of("python3.12"))));
        return new LayerZip(
                "deps",
                target,
                folder.resolve("layers").resolve("deps-arm64.zip"),
                new WrittenZip(LAYER_HASH, 2000, 4567, 9),
                INPUTS,
                List.of(wheel));
    }

    private static List<Finding> findings() {
        return List.of(new Finding(
                Rule.ELF_LIBRARY,
                Finding.Severity.WARNING,
                Problem.of("it needs a library").at("/home/me/demo.whl").found("none"),
                new ProjectName("demo-pkg"),
                "deps",
                "demo.whl"));
    }

    private String written(Manifest manifest) throws Exception {
        Path file = folder.resolve("staged.tmp");
        manifest.write(file, folder);
        return Files.readString(file);
    }

    @Test
    void describesAppAndLayers() throws Exception {
        Target target = target("python3.11", "arm64");

        Manifest manifest = new Manifest(
                target.runtime(),
                List.of(Architecture.ARM64, Architecture.X86_64),
                Optional.of("3.13.5"),
                Optional.of(app("run.sh")),
                List.of(layer(target)),
                findings());

        assertThat(written(manifest)).isEqualTo("""
                {
                  "schemaVersion" : 1,
                  "runtime" : "python3.11",
                  "architectures" : [
                    "arm64",
                    "x86_64"
                  ],
                  "bytecode" : "3.13.5",
                  "app" : {
                    "path" : "demo-1.0.zip",
                    "sha256" : "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                    "codeSha256" : "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
                    "zippedBytes" : 321,
                    "unzippedBytes" : 123,
                    "compatibleRuntimes" : [
                      "python3.11"
                    ],
                    "compatibleArchitectures" : [
                      "arm64",
                      "x86_64"
                    ],
                    "kind" : "web-adapter",
                    "handler" : "run.sh",
                    "invokeMode" : "BUFFERED",
                    "environment" : {
                      "AWS_LAMBDA_EXEC_WRAPPER" : "/opt/bootstrap",
                      "PORT" : "8000",
                      "PYTHONPATH" : "/opt/python"
                    },
                    "webAdapter" : {
                      "version" : "1.1.0",
                      "layerArns" : {
                        "arm64" : "arn:aws:lambda:${AWS::Region}:753240598075:layer:LambdaAdapterLayerArm64:30",
                        "x86_64" : "arn:aws:lambda:${AWS::Region}:753240598075:layer:LambdaAdapterLayerX86:30"
                      }
                    }
                  },
                  "layers" : [
                    {
                      "name" : "deps",
                      "architecture" : "arm64",
                      "path" : "layers/deps-arm64.zip",
                      "sha256" : "0000000000000000000000000000000000000000000000000000000000000000",
                      "codeSha256" : "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                      "zippedBytes" : 2000,
                      "unzippedBytes" : 4567,
                      "compatibleRuntimes" : [
                        "python3.11"
                      ],
                      "compatibleArchitectures" : [
                        "arm64"
                      ],
                      "inputs" : "1111111111111111111111111111111111111111111111111111111111111111",
                      "packages" : [
                        {
                          "name" : "demo-pkg",
                          "version" : "1.0.0",
                          "wheel" : "Demo_Pkg-1.0.0-cp311-cp311-manylinux_2_17_aarch64.manylinux2014_aarch64.whl",
                          "sha256" : "abababababababababababababababababababababababababababababababab",
                          "tag" : "cp311-cp311-manylinux_2_17_aarch64",
                          "size" : 4567,
                          "heldBack" : {
                            "version" : "1.1",
                            "reason" : "needs glibc 2.27",
                            "runtime" : "python3.12"
                          }
                        }
                      ]
                    }
                  ],
                  "findings" : [
                    {
                      "rule" : "elf-library",
                      "severity" : "warning",
                      "package" : "demo-pkg",
                      "layer" : "deps",
                      "file" : "demo.whl",
                      "message" : "it needs a library"
                    }
                  ]
                }
                """);
    }

    @Test
    void aFunctionIsAHandlerWithoutEnvironment() throws Exception {
        Manifest manifest = new Manifest(
                target("python3.10", "x86_64").runtime(),
                List.of(Architecture.X86_64),
                Optional.empty(),
                Optional.of(app("main.handler")),
                List.of(),
                List.of());

        assertThat(written(manifest)).contains("""
                    "kind" : "handler",
                    "handler" : "main.handler",
                    "invokeMode" : "BUFFERED",
                    "environment" : { }
                  },
                  "layers" : [ ],
                  "findings" : [ ]
                }
                """);
    }

    @Test
    void layersAloneHaveNoApp() throws Exception {
        Target target = target("python3.11", "arm64");
        Manifest manifest = new Manifest(
                target.runtime(),
                List.of(Architecture.ARM64),
                Optional.empty(),
                Optional.empty(),
                List.of(layer(target)),
                List.of());

        assertThat(written(manifest)).contains("\"layers\" : [").doesNotContain("\"app\"");
    }

    @Test
    void saysNothingOfTheMachine() throws Exception {
        Target target = target("python3.11", "arm64");
        Manifest manifest = new Manifest(
                target.runtime(),
                List.of(Architecture.ARM64),
                Optional.empty(),
                Optional.of(app("run.sh")),
                List.of(layer(target)),
                List.of());

        assertThat(written(manifest)).doesNotContain(folder.toString()).doesNotContain("\r");
    }
}
