/** The wheel file (PEP 427): its metadata and where each entry is to be installed. Knows nothing of Lambda. */
@NullMarked
package io.github.pythonlambda.wheel;

import org.jspecify.annotations.NullMarked;
