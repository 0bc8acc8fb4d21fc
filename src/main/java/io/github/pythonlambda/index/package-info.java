/** Package indexes: where they are and how to log in, without ever telling a secret. */
@NullMarked
package io.github.pythonlambda.index;

import org.jspecify.annotations.NullMarked;
