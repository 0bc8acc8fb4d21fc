package io.github.pythonlambda.target;

import java.util.Map;
import java.util.Optional;

/**
 * The layer of the AWS Lambda Web Adapter that a function has among its layers.
 *
 * @param version the adapter's version, such as {@code 1.1.0}; empty if only the layer's number or ARN is known
 * @param layerArns the ARN of the layer version by the function's architecture; where the region is left open, it has
 *     {@value #OPEN_REGION} in its place
 */
public record WebAdapter(Optional<String> version, Map<Architecture, String> layerArns) {

    /** CloudFormation's pseudo parameter, as {@code Fn::Sub} takes it. */
    public static final String OPEN_REGION = "${AWS::Region}";

    public WebAdapter {
        layerArns = Map.copyOf(layerArns);
    }
}
