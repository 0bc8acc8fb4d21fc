/** The manifest: a description of the results, made after the fact, and read again by goals that go on from it. */
@NullMarked
package io.github.pythonlambda.describe;

import org.jspecify.annotations.NullMarked;
