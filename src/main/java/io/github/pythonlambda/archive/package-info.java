/** Reproducible zip files: sorted entries, one time, fixed modes, compressed bytes copied as they are. Knows nothing of Python. */
@NullMarked
package io.github.pythonlambda.archive;

import org.jspecify.annotations.NullMarked;
