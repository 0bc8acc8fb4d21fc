package com.example;

import java.nio.file.Path;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.aws_apigatewayv2_integrations.HttpLambdaIntegration;
import software.amazon.awscdk.services.apigatewayv2.HttpApi;
import software.amazon.awscdk.services.lambda.Function;
import software.constructs.Construct;

/** A FastAPI app behind an HTTP API. */
final class ApiStack extends Stack {

    ApiStack(Construct scope, String id) {
        super(scope, id);
        PythonZips zips = PythonZips.read(Path.of("target/python-lambda"));
        Function api = zips.function(this, "Api")
                .memorySize(512)
                .timeout(Duration.seconds(30))
                .build();
        HttpApi gateway = HttpApi.Builder.create(this, "HttpApi")
                .defaultIntegration(new HttpLambdaIntegration("Integration", api))
                .build();
        CfnOutput.Builder.create(this, "ApiUrl").value(gateway.getApiEndpoint()).build();
    }
}
