/**
 * Python's packaging standards as pure values, the twin of pypa/packaging: names, versions, specifiers, markers,
 * requirements, tags, file names. Touches no file.
 */
@NullMarked
package io.github.pythonlambda.packaging;

import org.jspecify.annotations.NullMarked;
