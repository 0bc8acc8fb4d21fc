/** The shell script that starts a web app: reading one as far as that is certain, and writing one. */
@NullMarked
package io.github.pythonlambda.script;

import org.jspecify.annotations.NullMarked;
