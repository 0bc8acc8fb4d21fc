/** Compiled modules (PEP 552) for what is imported on Lambda: made by a CPython of the runtime's version, and kept. */
@NullMarked
package io.github.pythonlambda.bytecode;

import org.jspecify.annotations.NullMarked;
