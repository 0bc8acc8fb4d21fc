/**
 * What builds that share folders have to agree on: work that several of them need at the same moment, and what is kept for
 * later ones: how it lies there, when it was last used, and how it is removed while nobody uses it.
 */
@NullMarked
package io.github.pythonlambda.sharing;

import org.jspecify.annotations.NullMarked;
