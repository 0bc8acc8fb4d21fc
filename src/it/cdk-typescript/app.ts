import { App } from 'aws-cdk-lib';
import { ApiStack } from './api-stack';

new ApiStack(new App(), 'ApiStack');
