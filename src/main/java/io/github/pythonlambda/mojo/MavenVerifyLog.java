package io.github.pythonlambda.mojo;

import io.github.pythonlambda.verify.VerifyLog;
import org.apache.maven.plugin.logging.Log;

/** A verification's messages in Maven's log. */
record MavenVerifyLog(Log log) implements VerifyLog {

    @Override
    public void info(String text) {
        log.info(text);
    }

    @Override
    public void warn(String text) {
        log.warn(text);
    }
}
