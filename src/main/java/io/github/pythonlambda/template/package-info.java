/** Templates that deploy what was built. */
@NullMarked
package io.github.pythonlambda.template;

import org.jspecify.annotations.NullMarked;
