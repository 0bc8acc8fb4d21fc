package io.github.pythonlambda.wheel;

import io.github.pythonlambda.elf.ElfImage;
import io.github.pythonlambda.json.JsonValue;
import io.github.pythonlambda.json.JsonWriter;
import java.util.LinkedHashMap;
import java.util.Map;

/** Facts of a wheel as JSON. */
final class WheelFactsJson {

    private WheelFactsJson() {}

    static String text(WheelFacts facts) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("faults", facts.faults().stream().map(WheelFactsJson::object).toList());
        object.put(
                "nativeFiles",
                facts.nativeFiles().stream().map(WheelFactsJson::object).toList());
        object.put(
                "unreadableFiles",
                facts.unreadableFiles().stream().map(WheelFactsJson::object).toList());
        return JsonWriter.line(object);
    }

    /** @throws IllegalArgumentException if a kind of fault or file is named that is not known */
    static WheelFacts read(JsonValue json) {
        return new WheelFacts(
                json.get("faults").items(WheelFactsJson::fault),
                json.get("nativeFiles").items(WheelFactsJson::nativeFile),
                json.get("unreadableFiles").items(WheelFactsJson::unreadableFile));
    }

    private static Map<String, Object> object(ContentFault fault) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("kind", fault.kind().name());
        object.put("path", fault.path());
        object.put("expected", fault.expected());
        object.put("found", fault.found());
        return object;
    }

    private static ContentFault fault(JsonValue json) {
        return new ContentFault(
                ContentFault.Kind.valueOf(json.get("kind").text()),
                json.get("path").text(),
                json.get("expected").text(),
                json.get("found").text());
    }

    private static Map<String, Object> object(WheelFacts.NativeFile file) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("path", file.path());
        object.put("image", object(file.image()));
        return object;
    }

    private static WheelFacts.NativeFile nativeFile(JsonValue json) {
        return new WheelFacts.NativeFile(json.get("path").text(), image(json.get("image")));
    }

    private static Map<String, Object> object(ElfImage image) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("bits", image.bits());
        object.put("littleEndian", image.littleEndian());
        object.put("machine", image.machine());
        object.put("type", image.type().name());
        object.put("needed", image.needed());
        object.put("soname", image.soname());
        object.put("searchPath", image.searchPath());
        object.put(
                "versions",
                image.versions().stream().map(WheelFactsJson::object).toList());
        return object;
    }

    private static ElfImage image(JsonValue json) {
        return new ElfImage(
                json.get("bits").intValue(),
                json.get("littleEndian").booleanValue(),
                json.get("machine").text(),
                ElfImage.Type.valueOf(json.get("type").text()),
                json.get("needed").texts(),
                json.get("soname").textOrNull(),
                json.get("searchPath").texts(),
                json.get("versions").items(WheelFactsJson::versionNeed));
    }

    private static Map<String, Object> object(ElfImage.VersionNeed need) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("library", need.library());
        object.put("version", need.version());
        object.put("weak", need.weak());
        return object;
    }

    private static ElfImage.VersionNeed versionNeed(JsonValue json) {
        return new ElfImage.VersionNeed(
                json.get("library").text(),
                json.get("version").text(),
                json.get("weak").booleanValue());
    }

    private static Map<String, Object> object(WheelFacts.UnreadableFile file) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("path", file.path());
        object.put("why", file.why());
        return object;
    }

    private static WheelFacts.UnreadableFile unreadableFile(JsonValue json) {
        return new WheelFacts.UnreadableFile(
                json.get("path").text(), json.get("why").text());
    }
}
