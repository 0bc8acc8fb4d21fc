package io.github.pythonlambda.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.target.LambdaCatalog;
import io.github.pythonlambda.target.WebAdapterChoice;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SamTemplateTest {

    @TempDir
    private Path project;

    private BuiltFunctions built;

    @BeforeEach
    void build() {
        built = new BuiltFunctions(project);
    }

    private static String problem(TemplateRequest request) {
        return assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> BuiltFunctions.write(request))
                .actual()
                .getMessage();
    }

    @Test
    void aWebAppHasItsLayersTheAdapterAndAnHttpApi() throws Exception {
        built.layers("base", "extra").app("app", "run.sh");

        assertThat(BuiltFunctions.write(built.request())).isEqualTo("""
                # Written by the goal python-lambda:template, and anew each time it runs. To keep changes, remove this line.
                AWSTemplateFormatVersion: "2010-09-09"
                Transform: AWS::Serverless-2016-10-31
                Parameters:
                  MemorySize:
                    Description: "Memory of each function in MB. Its CPU grows with it."
                    Type: Number
                    Default: 512
                    MinValue: 128
                    MaxValue: 10240
                  Timeout:
                    Description: "Seconds after which a call is ended. An HTTP API waits 30 at most."
                    Type: Number
                    Default: 30
                    MinValue: 1
                    MaxValue: 900
                Globals:
                  Function:
                    MemorySize: !Ref MemorySize
                    Timeout: !Ref Timeout
                Resources:
                  BaseLayer:
                    Type: AWS::Serverless::LayerVersion
                    Properties:
                      LayerName: !Sub ${AWS::StackName}-base
                      ContentUri: base-arm64.zip
                      CompatibleRuntimes:
                        - python3.13
                      CompatibleArchitectures:
                        - arm64
                  ExtraLayer:
                    Type: AWS::Serverless::LayerVersion
                    Properties:
                      LayerName: !Sub ${AWS::StackName}-extra
                      ContentUri: extra-arm64.zip
                      CompatibleRuntimes:
                        - python3.13
                      CompatibleArchitectures:
                        - arm64
                  AppApi:
                    Type: AWS::Serverless::HttpApi
                  AppFunction:
                    Type: AWS::Serverless::Function
                    Properties:
                      CodeUri: app.zip
                      Handler: run.sh
                      Runtime: python3.13
                      Architectures:
                        - arm64
                      Layers:
                        - !Ref BaseLayer
                        - !Ref ExtraLayer
                        - !Sub arn:aws:lambda:${AWS::Region}:753240598075:layer:LambdaAdapterLayerArm64:30
                      Environment:
                        Variables:
                          AWS_LAMBDA_EXEC_WRAPPER: /opt/bootstrap
                          PORT: "8000"
                          PYTHONPATH: /opt/python
                      # Anybody who has the URL can call the function. Auth would ask who it is.
                      Events:
                        AnyRequest:
                          Type: HttpApi
                          Properties:
                            ApiId: !Ref AppApi
                Outputs:
                  AppUrl:
                    Value: !Sub https://${AppApi}.execute-api.${AWS::Region}.${AWS::URLSuffix}/
                """);
    }

    @Test
    void anAppThatStreamsHasAFunctionUrlThatStreams() throws Exception {
        built.streaming().app("app", "run.sh");

        assertThat(BuiltFunctions.write(built.request()))
                .contains("          AWS_LWA_INVOKE_MODE: response_stream\n")
                .contains("""
                              FunctionUrlConfig:
                                AuthType: NONE
                                InvokeMode: RESPONSE_STREAM
                        """)
                .contains("    Value: !GetAtt AppFunctionUrl.FunctionUrl\n")
                .doesNotContain("HttpApi");
    }

    @Test
    void aPlainHandlerHasNeitherAdapterNorEndpoint() throws Exception {
        built.layers().app("app", "main.handler");

        assertThat(BuiltFunctions.write(built.request())).endsWith("""
                Resources:
                  AppFunction:
                    Type: AWS::Serverless::Function
                    Properties:
                      CodeUri: app.zip
                      Handler: main.handler
                      Runtime: python3.13
                      Architectures:
                        - arm64
                Outputs:
                  AppName:
                    Value: !Ref AppFunction
                """);
    }

    @ParameterizedTest
    @CsvSource({"HTTP_API, Type: HttpApi", "FUNCTION_URL, InvokeMode: BUFFERED"})
    void anEndpointCanBeChosen(Endpoint endpoint, String line) throws Exception {
        built.app("app", "main.handler");

        assertThat(BuiltFunctions.write(built.request(endpoint))).contains(line);
    }

    @Test
    void functionsShareLayersAndHaveAllTheRestForThemselves() throws Exception {
        built.layers("deps")
                .app("app", "run.sh")
                .app("order-desk", "run.sh")
                .layers("deps", "own")
                .app("jobs", "a.b");

        String template = BuiltFunctions.write(built.request());

        assertThat(template.lines().filter(line -> line.matches("  \\w+:")))
                .containsExactly(
                        "  MemorySize:",
                        "  Timeout:",
                        "  Function:",
                        "  DepsLayer:",
                        "  OwnLayer:",
                        "  JobsFunction:",
                        "  AppApi:",
                        "  AppFunction:",
                        "  OrderDeskApi:",
                        "  OrderDeskFunction:",
                        "  JobsName:",
                        "  AppUrl:",
                        "  OrderDeskUrl:");
    }

    @Test
    void theFirstArchitectureIsTakenUnlessAnotherIsAskedFor() throws Exception {
        built.architectures("x86_64", "arm64").app("app", "run.sh");

        assertThat(BuiltFunctions.write(built.request()))
                .contains("layer-x86_64.zip", "LambdaAdapterLayerX86:30")
                .doesNotContain("arm64");
        assertThat(BuiltFunctions.write(built.request(built.request().templateFile(), "arm64")))
                .contains("layer-arm64.zip", "LambdaAdapterLayerArm64:30")
                .doesNotContain("x86");
    }

    @Test
    void anArchitectureThatWasNotBuiltForIsRefused() throws Exception {
        built.app("app", "run.sh");

        assertThat(problem(built.request(built.request().templateFile(), "x86_64")))
                .contains("nothing was built for x86_64")
                .contains("manifest.json")
                .contains("<architecture> or -Dpython-lambda.architecture");
    }

    @Test
    void aKnownRegionNeedsNoSubstitution() throws Exception {
        built.architectures("x86_64")
                .adapter(new WebAdapterChoice(null, null, "cn-north-1"))
                .app("app", "run.sh");

        assertThat(BuiltFunctions.write(built.request()))
                .contains("        - arn:aws-cn:lambda:cn-north-1:041581134020:layer:LambdaAdapterLayerX86:30\n");
    }

    @Test
    void pathsCountFromTheTemplate() throws Exception {
        built.app("app", "run.sh");

        assertThat(BuiltFunctions.write(built.request(project.resolve("template.yaml"), "arm64")))
                .contains("CodeUri: target/python-lambda/app.zip")
                .contains("ContentUri: target/python-lambda/layer-arm64.zip");
        assertThat(BuiltFunctions.write(built.request(project.resolve("deploy/sam/template.yaml"), "arm64")))
                .contains("CodeUri: \"../../target/python-lambda/app.zip\"");
    }

    @Test
    void snapStartNeedsAPublishedVersion() throws Exception {
        built.app("app", "run.sh");

        assertThat(BuiltFunctions.write(built.requestWithSnapStart())).contains("""
                      AutoPublishAlias: live
                      AutoPublishAliasAllProperties: true
                      SnapStart:
                        ApplyOn: PublishedVersions
                """);
        assertThat(BuiltFunctions.write(built.request())).doesNotContain("SnapStart", "AutoPublishAlias");
    }

    @ParameterizedTest
    @ValueSource(strings = {"python3.11", "python3.15"})
    void snapStartIsRefusedWhereTheRuntimeHasNone(String runtime) throws Exception {
        built.runtime(runtime).app("app", "run.sh");

        assertThat(problem(built.requestWithSnapStart()))
                .contains("AWS Lambda has no SnapStart for " + runtime)
                .contains("<snapStart> or -Dpython-lambda.snapStart");
    }

    @Test
    void anHttpApiForAnAppThatStreamsIsRefused() throws Exception {
        built.streaming().app("app", "run.sh");

        assertThat(problem(built.request(Endpoint.HTTP_API)))
                .contains("an HTTP API cannot stream")
                .contains("<endpoint> or -Dpython-lambda.endpoint");
        assertThat(built.request().templateFile()).doesNotExist();
    }

    @Test
    void layersWithoutAnAppAreOutputs() throws Exception {
        built.layersAlone();

        assertThat(BuiltFunctions.write(built.request()))
                .doesNotContain("Globals", "Parameters")
                .endsWith("""
                        Outputs:
                          LayerArn:
                            Value: !Ref Layer
                        """);
    }

    @Test
    void nothingBuiltIsTold() {
        assertThat(problem(built.request()))
                .contains("there is nothing to write a template for")
                .contains("mvn python-lambda:package python-lambda:template");
    }

    @Test
    void aZipThatIsNotTheOneDescribedIsTold() throws Exception {
        built.app("app", "run.sh");
        Files.writeString(built.output().resolve("app.zip"), "another");

        assertThat(problem(built.request())).contains("a zip is not the one that the manifest describes");
    }

    @Test
    void aTemplateThatSomebodyChangedIsLeftAlone() throws Exception {
        built.app("app", "run.sh");
        Path template = built.request().templateFile();
        String written = BuiltFunctions.write(built.request());
        String changed = written.substring(written.indexOf('\n') + 1).replace("512", "2048");
        Files.writeString(template, changed);

        assertThat(problem(built.request()))
                .contains("the template is there already, and is yours")
                .contains(template.toString())
                .contains("<templateFile> or -Dpython-lambda.templateFile");
        assertThat(template).hasContent(changed);
    }

    @Test
    void anUnchangedTemplateIsNotWrittenAgain() throws Exception {
        built.app("app", "run.sh");
        TemplateStep step = new TemplateStep(LambdaCatalog.load());

        assertThat(step.run(built.request())).isTrue();
        assertThat(step.run(built.request())).isFalse();
    }
}
