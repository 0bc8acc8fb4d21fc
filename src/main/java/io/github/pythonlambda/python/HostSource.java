package io.github.pythonlambda.python;

import java.io.IOException;

/** Finds out about this machine when somebody has to know, which for most builds is never. */
@FunctionalInterface
public interface HostSource {

    HostPlatform host() throws IOException;
}
