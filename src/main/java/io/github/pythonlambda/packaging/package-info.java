/** Python's packaging standards as pure values: project names, versions, tags, wheel file names. Touches no file. */
@NullMarked
package io.github.pythonlambda.packaging;

import org.jspecify.annotations.NullMarked;
