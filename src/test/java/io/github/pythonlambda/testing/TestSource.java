package io.github.pythonlambda.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * A project's sources, as a folder or as a source distribution. Its build backend is in its own tree (PEP 517, {@code
 * backend-path}), so that no index is asked for one. It writes a line to the file that the variable {@code BUILDS} names
 * each time that it builds a wheel. Each method gives back a new description.
 */
public record TestSource(
        String name, String version, String tag, List<String> requirements, Map<String, String> files) {

    private static final String BACKEND = """
            import base64
            import hashlib
            import os
            import zipfile

            NAME, VERSION, TAG, REQUIREMENTS = "@NAME@", "@VERSION@", "@TAG@", [@REQUIREMENTS@]


            def record_line(path, content):
                digest = base64.urlsafe_b64encode(hashlib.sha256(content.encode()).digest()).decode().rstrip("=")
                return "%s,sha256=%s,%d\\n" % (path, digest, len(content.encode()))


            def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
                if "BUILDS" in os.environ:
                    with open(os.environ["BUILDS"], "a") as builds:
                        print(NAME, VERSION, os.environ["SOURCE_DATE_EPOCH"], os.environ["PYTHONHASHSEED"], file=builds)
                stem = NAME.replace("-", "_") + "-" + VERSION
                metadata = ["Metadata-Version: 2.1", "Name: " + NAME, "Version: " + VERSION]
                metadata += ["Requires-Dist: " + requirement for requirement in REQUIREMENTS]
                metadata += ["Provides-Extra: extra"] if any("extra ==" in r for r in REQUIREMENTS) else []
                contents = {
                    stem + ".dist-info/METADATA": "\\n".join(metadata) + "\\n",
                    stem + ".dist-info/WHEEL": "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: " + TAG + "\\n",
                }
                for file in sorted(os.listdir(".")):
                    if file.endswith(".txt"):
                        with open(file, encoding="utf-8") as f:
                            contents[NAME.replace("-", "_") + "/" + file] = f.read()
                record = stem + ".dist-info/RECORD"
                contents[record] = "".join(record_line(*file) for file in contents.items()) + record + ",,\\n"
                file_name = stem + "-" + TAG + ".whl"
                with zipfile.ZipFile(os.path.join(wheel_directory, file_name), "w") as wheel:
                    for path, content in contents.items():
                        wheel.writestr(zipfile.ZipInfo(path), content)
                return file_name
            """;

    public static TestSource of(String name, String version) {
        return new TestSource(name, version, "py3-none-any", List.of(), Map.of("data.txt", "data\n"));
    }

    /** The tag of the wheel that the backend makes. */
    public TestSource tag(String newTag) {
        return new TestSource(name, version, newTag, requirements, files);
    }

    /** What the wheel's metadata require. */
    public TestSource requires(String... newRequirements) {
        return new TestSource(name, version, tag, List.of(newRequirements), files);
    }

    /** Adds or replaces a file; those that end in {@code .txt} get into the wheel. */
    public TestSource file(String path, String content) {
        Map<String, String> more = new LinkedHashMap<>(files);
        more.put(path, content);
        return new TestSource(name, version, tag, requirements, more);
    }

    private Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("pyproject.toml", """
                [build-system]
                requires = []
                build-backend = "backend"
                backend-path = ["."]

                [project]
                name = "%s"
                version = "%s"
                """.formatted(name, version));
        String list = requirements.stream()
                .map(text -> '"' + text.replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(", "));
        all.put(
                "backend.py",
                BACKEND.replace("@NAME@", name)
                        .replace("@VERSION@", version)
                        .replace("@TAG@", tag)
                        .replace("@REQUIREMENTS@", list));
        all.putAll(files);
        return all;
    }

    /** Writes the files to a folder, which is made if need be. */
    public Path writeTo(Path folder) {
        try {
            for (Map.Entry<String, String> file : all().entrySet()) {
                Path path = folder.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String fileName() {
        return name.replace('-', '_') + "-" + version + ".tar.gz";
    }

    /** The source distribution. */
    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
            for (Map.Entry<String, String> file : all().entrySet()) {
                byte[] content = file.getValue().getBytes(StandardCharsets.UTF_8);
                TarArchiveEntry entry = new TarArchiveEntry(fileName().replace(".tar.gz", "/") + file.getKey());
                entry.setSize(content.length);
                entry.setModTime(0);
                tar.putArchiveEntry(entry);
                tar.write(content);
                tar.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
