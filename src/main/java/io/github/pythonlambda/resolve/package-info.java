/** From requirements files and local wheels to the list of wheels for the target, by pip acting as if it ran on Lambda. */
@NullMarked
package io.github.pythonlambda.resolve;

import org.jspecify.annotations.NullMarked;
