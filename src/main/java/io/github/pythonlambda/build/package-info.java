/** The pipeline, from request to zips, in order. Knows nothing of Maven. */
@NullMarked
package io.github.pythonlambda.build;

import org.jspecify.annotations.NullMarked;
