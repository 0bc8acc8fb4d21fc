/** Measures inner parts of the plugin. Not part of it: compiled in Maven's profile {@code bench} alone. */
@NullMarked
package io.github.pythonlambda.bench;

import org.jspecify.annotations.NullMarked;
