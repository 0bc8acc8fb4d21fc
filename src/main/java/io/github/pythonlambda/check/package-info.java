/** The rules that what is built has to keep. Each rule is a pure function from its input to findings. */
@NullMarked
package io.github.pythonlambda.check;

import org.jspecify.annotations.NullMarked;
