/** What a Lambda runtime and architecture are (operating system, glibc, tags, marker values, dates, limits), and where the web adapter is; from data files. */
@NullMarked
package io.github.pythonlambda.target;

import org.jspecify.annotations.NullMarked;
