/** Getting a Python interpreter, the embedded one or the user's, and running it. */
@NullMarked
package io.github.pythonlambda.python;

import org.jspecify.annotations.NullMarked;
