/** The layout of a Lambda layer for Python: which wheel entry goes where under {@code python/}. */
@NullMarked
package io.github.pythonlambda.layer;

import org.jspecify.annotations.NullMarked;
