package io.github.pythonlambda.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds the TCP ports that processes listen on, from Linux's {@code /proc}; elsewhere none is found. */
final class ListeningPorts {

    private static final String LISTENING = "0A";
    private static final int LOCAL_ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;
    private static final int HEXADECIMAL = 16;

    private final Path proc;

    /** @param proc {@code /proc}; need not exist */
    ListeningPorts(Path proc) {
        this.proc = proc;
    }

    /** The ports, sorted. */
    Set<Integer> of(Set<Long> processes) throws IOException {
        Map<String, Integer> sockets = new HashMap<>();
        for (String table : List.of("tcp", "tcp6")) {
            read(proc.resolve("net").resolve(table), sockets);
        }
        Set<Integer> ports = new TreeSet<>();
        for (long process : processes) {
            Path files = proc.resolve(Long.toString(process)).resolve("fd");
            for (String target : targets(files)) {
                Integer port = sockets.get(target);
                if (port != null) {
                    ports.add(port);
                }
            }
        }
        return ports;
    }

    private static void read(Path table, Map<String, Integer> sockets) throws IOException {
        if (!Files.isReadable(table)) {
            return;
        }
        for (String line : Files.readAllLines(table)) {
            String[] fields = line.strip().split("\\s+");
            if (fields.length > INODE && fields[STATE].equals(LISTENING)) {
                String address = fields[LOCAL_ADDRESS];
                int port = Integer.parseInt(address.substring(address.lastIndexOf(':') + 1), HEXADECIMAL);
                sockets.put("socket:[" + fields[INODE] + "]", port);
            }
        }
    }

    /** Where the links of a folder lead; processes and their files come and go meanwhile. */
    private static List<String> targets(Path folder) {
        try (Stream<Path> links = Files.list(folder)) {
            return links.map(ListeningPorts::target).toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return "";
        }
    }
}
