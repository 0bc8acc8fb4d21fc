/** The folder of all that is kept for later builds: what is where in it, and how it is pruned. */
@NullMarked
package io.github.pythonlambda.cache;

import org.jspecify.annotations.NullMarked;
