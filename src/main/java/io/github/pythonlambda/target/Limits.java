package io.github.pythonlambda.target;

/**
 * AWS Lambda's quotas for a function's code.
 *
 * @param layersPerFunction number of layers
 * @param unzippedBytes function and all its layers together
 * @param directUploadBytes one zip that is sent with the API call instead of by way of S3
 */
public record Limits(int layersPerFunction, long unzippedBytes, long directUploadBytes) {}
