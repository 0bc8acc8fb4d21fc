package io.github.pythonlambda.testing;

import io.github.pythonlambda.archive.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Builds wheels (PEP 427) for tests. Each method gives back a new description; nothing is changed. */
public record TestWheel(
        String name,
        String version,
        String tag,
        List<String> requirements,
        String requiresPython,
        Map<String, byte[]> files) {

    /** A wheel for any Python with one module, which is named like the project. */
    public static TestWheel of(String name, String version) {
        String module = name.replace('-', '_');
        byte[] content = ("VERSION = \"" + version + "\"\n").getBytes(StandardCharsets.UTF_8);
        return new TestWheel(name, version, "py3-none-any", List.of(), "", Map.of(module + "/__init__.py", content));
    }

    public TestWheel tag(String newTag) {
        return new TestWheel(name, version, newTag, requirements, requiresPython, files);
    }

    /** Adds a {@code Requires-Dist}, such as {@code other>=1; python_version < "3.12"}. */
    public TestWheel requires(String requirement) {
        List<String> more = new ArrayList<>(requirements);
        more.add(requirement);
        return new TestWheel(name, version, tag, List.copyOf(more), requiresPython, files);
    }

    public TestWheel requiresPython(String specifier) {
        return new TestWheel(name, version, tag, requirements, specifier, files);
    }

    /** Adds or replaces a file. */
    public TestWheel file(String path, byte[] content) {
        Map<String, byte[]> more = new LinkedHashMap<>(files);
        more.put(path, content);
        return new TestWheel(name, version, tag, requirements, requiresPython, more);
    }

    public TestWheel file(String path, String content) {
        return file(path, content.getBytes(StandardCharsets.UTF_8));
    }

    /** The stem of the wheel's own folders: {@code name-version}. */
    public String stem() {
        return name.replace('-', '_') + "-" + version;
    }

    public String fileName() {
        return stem() + "-" + tag + ".whl";
    }

    public String metadata() {
        StringBuilder text = new StringBuilder("Metadata-Version: 2.1\nName: " + name + "\nVersion: " + version + "\n");
        if (!requiresPython.isEmpty()) {
            text.append("Requires-Python: ").append(requiresPython).append('\n');
        }
        requirements.forEach(requirement ->
                text.append("Requires-Dist: ").append(requirement).append('\n'));
        List<String> extras = requirements.stream()
                .filter(requirement -> requirement.contains("extra =="))
                .map(requirement -> requirement.replaceFirst(".*extra == ['\"]([^'\"]*)['\"].*", "$1"))
                .distinct()
                .toList();
        extras.forEach(extra -> text.append("Provides-Extra: ").append(extra).append('\n'));
        return text.toString();
    }

    /** The wheel file. The same description gives the same bytes. */
    public byte[] bytes() {
        Map<String, byte[]> all = new LinkedHashMap<>(files);
        all.putIfAbsent(stem() + ".dist-info/METADATA", metadata().getBytes(StandardCharsets.UTF_8));
        all.putIfAbsent(
                stem() + ".dist-info/WHEEL",
                ("Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: " + tag + "\n")
                        .getBytes(StandardCharsets.UTF_8));
        StringBuilder record = new StringBuilder();
        all.forEach((path, content) -> record.append(path)
                .append(",sha256=")
                .append(recordHash(content))
                .append(',')
                .append(content.length)
                .append('\n'));
        record.append(stem()).append(".dist-info/RECORD,,\n");
        all.putIfAbsent(stem() + ".dist-info/RECORD", record.toString().getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : all.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String recordHash(byte[] content) {
        byte[] hash = HexFormat.of().parseHex(Sha256.of(content).hex());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }

    public Sha256 sha256() {
        return Sha256.of(bytes());
    }

    /** Writes the wheel under its own name. */
    public Path writeTo(Path folder) {
        try {
            Files.createDirectories(folder);
            return Files.write(folder.resolve(fileName()), bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
