/** JSON as plain values, read and written by Jackson's streams: the little that is needed, without Jackson's data binding. */
@NullMarked
package io.github.pythonlambda.json;

import org.jspecify.annotations.NullMarked;
