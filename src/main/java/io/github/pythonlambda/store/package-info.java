/** The content-addressed wheel store and the parallel fetch into it. */
@NullMarked
package io.github.pythonlambda.store;

import org.jspecify.annotations.NullMarked;
