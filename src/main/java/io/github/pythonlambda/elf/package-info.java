/** Executables and shared libraries of Linux (ELF): what the loader will ask for. Knows only bytes. */
@NullMarked
package io.github.pythonlambda.elf;

import org.jspecify.annotations.NullMarked;
