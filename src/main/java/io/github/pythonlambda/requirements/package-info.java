/** Reads pip's requirements files as pip reads them, to know what a build was made from and to speak of its lines. Resolves nothing. */
@NullMarked
package io.github.pythonlambda.requirements;

import org.jspecify.annotations.NullMarked;
