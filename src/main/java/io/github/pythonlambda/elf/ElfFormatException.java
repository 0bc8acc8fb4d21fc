package io.github.pythonlambda.elf;

import java.io.IOException;

/** The bytes are no ELF image, or one that cannot be read; the message says why. */
public final class ElfFormatException extends IOException {

    private static final long serialVersionUID = 1L;

    public ElfFormatException(String message) {
        super(message);
    }
}
