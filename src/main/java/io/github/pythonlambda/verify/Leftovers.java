package io.github.pythonlambda.verify;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** Ends and removes what a verification has started and made, the newest first; also when the build is ended by Ctrl-C. */
final class Leftovers implements Closeable {

    private final Deque<Closeable> things = new ArrayDeque<>();
    private final Thread endWithBuild = new Thread(this::closeWithBuild, "python-lambda-end-verify");
    private boolean closed;

    Leftovers() {
        Runtime.getRuntime().addShutdownHook(endWithBuild);
    }

    /** @throws IOException if the build is being ended: nothing new is to be started */
    synchronized <T extends Closeable> T add(T thing) throws IOException {
        if (closed) {
            thing.close();
            throw new InterruptedIOException("the build is being ended");
        }
        things.push(thing);
        return thing;
    }

    @Override
    public void close() throws IOException {
        try {
            closeAll();
        } finally {
            forgetHook();
        }
    }

    private synchronized void closeAll() throws IOException {
        closed = true;
        IOException first = null;
        while (!things.isEmpty()) {
            try {
                things.pop().close();
            } catch (IOException e) {
                first = first == null ? e : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private void closeWithBuild() {
        try {
            closeAll();
        } catch (IOException e) {
            // A folder that could not be removed now is removed by a later build.
            return;
        }
    }

    private void forgetHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(endWithBuild);
        } catch (IllegalStateException e) {
            // The build is being ended: the hook is running already.
            return;
        }
    }
}
