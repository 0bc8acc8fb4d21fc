/** The lock of a build: a {@code pylock.toml} that says what it was made from and which layer each package belongs to. */
@NullMarked
package io.github.pythonlambda.lock;

import org.jspecify.annotations.NullMarked;
