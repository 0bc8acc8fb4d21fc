/** What went wrong, in words that a user can act on: what, where, expected, found, what to do. */
@NullMarked
package io.github.pythonlambda.problem;

import org.jspecify.annotations.NullMarked;
