/** Work that several builds need at the same moment: done by one, while the others wait for its result. */
@NullMarked
package io.github.pythonlambda.sharing;

import org.jspecify.annotations.NullMarked;
