/** Imports and starts what was built, as Lambda would. */
@NullMarked
package io.github.pythonlambda.verify;

import org.jspecify.annotations.NullMarked;
