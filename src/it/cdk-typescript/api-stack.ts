import { CfnOutput, Duration, Fn, Stack } from 'aws-cdk-lib';
import { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Architecture, Code, Function, LayerVersion, Runtime, RuntimeFamily } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import manifest from './target/python-lambda/manifest.json';

const ZIPS = 'target/python-lambda/';

/** A FastAPI app behind an HTTP API. */
export class ApiStack extends Stack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const runtime = new Runtime(manifest.runtime, RuntimeFamily.PYTHON);
    const architecture = Architecture.custom(manifest.architectures[0]);
    const layers = manifest.layers.map(layer => new LayerVersion(this, layer.name, {
      code: Code.fromAsset(ZIPS + layer.path),
      compatibleRuntimes: [runtime],
      compatibleArchitectures: [architecture],
    }));
    // Their region is ${AWS::Region}, unless the build names one.
    const adapters: Record<string, string> = manifest.app.webAdapter.layerArns;
    const adapter = LayerVersion.fromLayerVersionArn(this, 'WebAdapter', Fn.sub(adapters[architecture.name]));
    const api = new Function(this, 'Api', {
      runtime,
      architecture,
      code: Code.fromAsset(ZIPS + manifest.app.path),
      handler: manifest.app.handler,
      environment: manifest.app.environment,
      layers: [...layers, adapter],
      memorySize: 512,
      timeout: Duration.seconds(30),
    });
    const gateway = new HttpApi(this, 'HttpApi', { defaultIntegration: new HttpLambdaIntegration('Integration', api) });
    new CfnOutput(this, 'ApiUrl', { value: gateway.apiEndpoint });
  }
}
