package io.github.pythonlambda.check;

import io.github.pythonlambda.elf.ElfImage;
import io.github.pythonlambda.packaging.WheelFileName;
import io.github.pythonlambda.target.Target;
import io.github.pythonlambda.wheel.WheelFacts;
import io.github.pythonlambda.wheel.WheelInspection;
import java.nio.file.Path;
import java.util.List;

/**
 * A wheel whose content was read.
 *
 * @param file its file name
 * @param path where it is
 * @param declaredTags the tags that it declares itself
 * @param facts what reading it showed
 */
public record InspectedWheel(WheelFileName file, Path path, List<String> declaredTags, WheelFacts facts) {

    public InspectedWheel {
        declaredTags = List.copyOf(declaredTags);
    }

    /** Whether its file name says that it is for certain machines. What is native in other wheels may be mere data. */
    boolean isNative() {
        return file.tags().stream().noneMatch(tag -> tag.platform().equals("any"));
    }

    /** The files that are named like shared libraries, without those that only a linker reads. */
    List<WheelFacts.NativeFile> sharedLibraries() {
        return facts.nativeFiles().stream()
                .filter(file -> WheelInspection.isSharedLibrary(file.path())
                        && file.image().type() != ElfImage.Type.RELOCATABLE)
                .toList();
    }

    /** The files that the target's loader can load: all of a native wheel, the shared libraries of another. */
    List<WheelFacts.NativeFile> loadableFiles(Target target) {
        List<WheelFacts.NativeFile> files = isNative() ? facts.nativeFiles() : sharedLibraries();
        return files.stream().filter(file -> fits(file.image(), target)).toList();
    }

    static boolean fits(ElfImage image, Target target) {
        return image.bits() == 64
                && image.littleEndian()
                && image.machine().equals(target.architecture().machine());
    }
}
