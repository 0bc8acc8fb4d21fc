/** The layout of the app zip, its run.sh and its handler. */
@NullMarked
package io.github.pythonlambda.app;

import org.jspecify.annotations.NullMarked;
