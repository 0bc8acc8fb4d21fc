package io.github.pythonlambda.check;

import io.github.pythonlambda.elf.ElfBytes;
import io.github.pythonlambda.elf.ElfReader;
import io.github.pythonlambda.packaging.PackagingSyntaxException;
import io.github.pythonlambda.packaging.WheelFileName;
import io.github.pythonlambda.testing.TestElf;
import io.github.pythonlambda.wheel.ContentFault;
import io.github.pythonlambda.wheel.WheelFacts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Wheels as they are after reading. Each method gives back a new description. */
record Inspected(String fileName, List<String> declaredTags, WheelFacts facts) {

    static final String X86 = "demo-1.0-cp313-cp313-manylinux_2_17_x86_64.whl";
    static final String ARM = "demo-1.0-cp313-cp313-manylinux_2_17_aarch64.whl";
    static final String ANY = "demo-1.0-py3-none-any.whl";

    static Inspected of(String fileName) {
        return new Inspected(fileName, List.of(), new WheelFacts(List.of(), List.of(), List.of()));
    }

    Inspected file(String path, TestElf elf) {
        try {
            byte[] bytes = elf.bytes();
            List<WheelFacts.NativeFile> more = new ArrayList<>(facts.nativeFiles());
            more.add(new WheelFacts.NativeFile(path, ElfReader.read(ElfBytes.of(bytes, bytes.length))));
            return new Inspected(fileName, declaredTags, new WheelFacts(facts.faults(), more, facts.unreadableFiles()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Inspected unreadable(String path, String why) {
        List<WheelFacts.UnreadableFile> more = new ArrayList<>(facts.unreadableFiles());
        more.add(new WheelFacts.UnreadableFile(path, why));
        return new Inspected(fileName, declaredTags, new WheelFacts(facts.faults(), facts.nativeFiles(), more));
    }

    Inspected fault(ContentFault.Kind kind, String path, String expected, String found) {
        List<ContentFault> more = new ArrayList<>(facts.faults());
        more.add(new ContentFault(kind, path, expected, found));
        return new Inspected(
                fileName, declaredTags, new WheelFacts(more, facts.nativeFiles(), facts.unreadableFiles()));
    }

    Inspected declaring(String... tags) {
        return new Inspected(fileName, List.of(tags), facts);
    }

    InspectedWheel wheel() {
        try {
            return new InspectedWheel(WheelFileName.parse(fileName), Path.of("wheels", fileName), declaredTags, facts);
        } catch (PackagingSyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
