/** What the plugin's jar holds beside its classes: data files and Python programs. */
@NullMarked
package io.github.pythonlambda.resource;

import org.jspecify.annotations.NullMarked;
