/** The manifest: a description of the results, made after the fact. */
@NullMarked
package io.github.pythonlambda.describe;

import org.jspecify.annotations.NullMarked;
