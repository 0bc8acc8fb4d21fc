package io.github.pythonlambda.wheel;

import java.util.Map;
import java.util.Optional;

/** Tells native files of other systems by their first bytes. */
final class OtherFormat {

    private static final Map<Integer, String> SYSTEMS = Map.of(
            0xFEEDFACE, "macOS",
            0xFEEDFACF, "macOS",
            0xCEFAEDFE, "macOS",
            0xCFFAEDFE, "macOS",
            0xCAFEBABE, "macOS");

    private OtherFormat() {}

    /** The system that a file is for, by four bytes of a file that is named like a shared library. */
    static Optional<String> of(byte[] start) {
        if (start[0] == 'M' && start[1] == 'Z') {
            return Optional.of("Windows");
        }
        int magic = (start[0] & 0xFF) << 24 | (start[1] & 0xFF) << 16 | (start[2] & 0xFF) << 8 | start[3] & 0xFF;
        return Optional.ofNullable(SYSTEMS.get(magic));
    }
}
