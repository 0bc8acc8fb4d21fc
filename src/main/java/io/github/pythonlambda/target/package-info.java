/** What a Lambda runtime and architecture are: operating system, glibc, tags, marker values, dates, limits; read from a data file. */
@NullMarked
package io.github.pythonlambda.target;

import org.jspecify.annotations.NullMarked;
