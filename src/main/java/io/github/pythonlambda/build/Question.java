package io.github.pythonlambda.build;

import io.github.pythonlambda.resolve.LayerSource;
import io.github.pythonlambda.resolve.ResolveRequest;
import io.github.pythonlambda.target.Target;
import java.util.List;
import java.util.Map;

/**
 * What is to be found out for one target.
 *
 * @param request the whole build
 * @param requirements what the layers are made from, line by line
 * @param target the machine to resolve for
 * @param layers in the order in which they take packages
 * @param log where to tell what is done for this target
 * @param listener is told what comes over the network
 */
record Question(
        BuildRequest request,
        RequirementsInput requirements,
        Target target,
        List<LayerSource> layers,
        BuildLog log,
        FetchCount listener) {

    /** Whether it is about the first of the build's targets. */
    boolean isFirst() {
        return request.targets().get(0).equals(target);
    }

    /** As pip is asked, for some of the layers and within some limits. */
    ResolveRequest forPip(List<LayerSource> some, List<String> constraints) {
        return new ResolveRequest(target, some, request.baseDirectory(), request.resolving(), constraints, Map.of());
    }
}
