/** pip as a process, acting as if it ran on Lambda: what it is asked, what it reports, why it failed. */
@NullMarked
package io.github.pythonlambda.pip;

import org.jspecify.annotations.NullMarked;
