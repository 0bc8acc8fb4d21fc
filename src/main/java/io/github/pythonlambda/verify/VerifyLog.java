package io.github.pythonlambda.verify;

/** Where a verification tells what it does. */
public interface VerifyLog {

    void info(String text);

    void warn(String text);
}
