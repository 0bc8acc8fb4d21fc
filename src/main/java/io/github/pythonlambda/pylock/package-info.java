/** Lock files: {@code pylock.toml} (PEP 751) in and out, and the choice of what to install from one. */
@NullMarked
package io.github.pythonlambda.pylock;

import org.jspecify.annotations.NullMarked;
