/** What is to be resolved, and the list of wheels that comes out of it, however it was found. */
@NullMarked
package io.github.pythonlambda.resolve;

import org.jspecify.annotations.NullMarked;
