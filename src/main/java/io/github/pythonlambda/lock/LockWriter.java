package io.github.pythonlambda.lock;

import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.packaging.Marker;
import io.github.pythonlambda.packaging.PackagingSyntaxException;
import io.github.pythonlambda.packaging.ProjectName;
import io.github.pythonlambda.packaging.SpecifierSet;
import io.github.pythonlambda.packaging.Version;
import io.github.pythonlambda.pylock.ArchiveSource;
import io.github.pythonlambda.pylock.DirectorySource;
import io.github.pythonlambda.pylock.Distributions;
import io.github.pythonlambda.pylock.LockVersion;
import io.github.pythonlambda.pylock.LockedFile;
import io.github.pythonlambda.pylock.LockedPackage;
import io.github.pythonlambda.pylock.LockedSdist;
import io.github.pythonlambda.pylock.LockedSource;
import io.github.pythonlambda.pylock.LockedWheel;
import io.github.pythonlambda.pylock.Pylock;
import io.github.pythonlambda.pylock.VcsSource;
import io.github.pythonlambda.resolve.ResolvedWheel;
import io.github.pythonlambda.resolve.SourceTree;
import io.github.pythonlambda.target.Architecture;
import io.github.pythonlambda.target.Target;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes one lock of the resolutions for all architectures. The same resolutions make the same lock. */
public final class LockWriter {

    private static final String CREATED_BY = "python-lambda-maven-plugin";

    /** What a package is apart from its files; one of these is an entry of the lock. */
    private record Key(ProjectName name, Version version, String layer, Optional<SourceTree> builtFrom) {}

    /** The files of an entry, and where it applies. */
    private record Group(List<Architecture> architectures, List<ResolvedWheel> wheels) {
        Group() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    private final Path folder;
    private final ToLongFunction<ResolvedWheel> sizes;

    /**
     * @param folder where the lock will be; paths in it count from there
     * @param sizes the bytes of a wheel's file
     */
    public LockWriter(Path folder, ToLongFunction<ResolvedWheel> sizes) {
        this.folder = folder.toAbsolutePath().normalize();
        this.sizes = sizes;
    }

    /**
     * Makes a lock.
     *
     * @param inputs what the resolutions were made from
     * @param resolutions one for each architecture, all of the same runtime
     */
    public Pylock lock(LockInputs inputs, List<ResolvedFor> resolutions) {
        return lock(inputs, resolutions, ToolTable.of(inputs));
    }

    /** The form in which a resolution is kept for a later build: with what the target could not have, and when it was asked. */
    Pylock kept(LockInputs inputs, ResolvedFor resolved, Instant asked) {
        return lock(
                inputs,
                List.of(resolved),
                ToolTable.kept(inputs, resolved.resolution().heldBack(), asked));
    }

    private Pylock lock(LockInputs inputs, List<ResolvedFor> resolutions, Map<String, Object> tool) {
        Map<Key, Group> groups = new TreeMap<>(Comparator.comparing(Key::name)
                .thenComparing(Key::version)
                .thenComparing(Key::layer)
                .thenComparing(key -> key.builtFrom().map(Object::toString).orElse("")));
        for (ResolvedFor resolved : resolutions) {
            resolved.resolution()
                    .wheels()
                    .forEach((layer, wheels) -> wheels.forEach(wheel -> {
                        Key key = new Key(wheel.name(), wheel.file().version(), layer, wheel.builtFrom());
                        Group group = groups.computeIfAbsent(key, unused -> new Group());
                        group.architectures().add(resolved.target().architecture());
                        if (!group.wheels().contains(wheel)) {
                            group.wheels().add(wheel);
                        }
                    }));
        }
        List<LockedPackage> packages = new ArrayList<>();
        groups.forEach((key, group) -> packages.add(entry(key, group, resolutions)));
        Target first = resolutions.get(0).target();
        return new Pylock(
                LockVersion.NEWEST_KNOWN,
                resolutions.stream()
                        .map(resolved -> environment(resolved.target()))
                        .toList(),
                specifiers("==" + first.runtime().pythonVersion() + ".*"),
                null,
                null,
                List.of(),
                CREATED_BY,
                packages,
                tool);
    }

    private LockedPackage entry(Key key, Group group, List<ResolvedFor> resolutions) {
        boolean everywhere = group.architectures().size() == resolutions.size();
        return new LockedPackage(
                key.name(),
                key.version(),
                everywhere ? null : marker(group.architectures()),
                null,
                dependencies(key.name(), resolutions),
                index(group.wheels()),
                source(group.wheels()),
                List.of(),
                ToolTable.ofLayer(key.layer()));
    }

    private static Marker marker(List<Architecture> architectures) {
        return parse(architectures.stream()
                .map(architecture -> "platform_machine == \"" + architecture.machine() + "\"")
                .collect(Collectors.joining(" or ")));
    }

    private static Marker environment(Target target) {
        return parse("implementation_name == \"cpython\" and platform_machine == \"%s\" and python_version == \"%s\""
                        .formatted(
                                target.architecture().machine(),
                                target.runtime().pythonVersion())
                + " and sys_platform == \"linux\"");
    }

    private static Marker parse(String text) {
        try {
            return Marker.parse(text);
        } catch (PackagingSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SpecifierSet specifiers(String text) {
        try {
            return SpecifierSet.parse(text);
        } catch (PackagingSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Map<String, Object>> dependencies(ProjectName name, List<ResolvedFor> resolutions) {
        TreeSet<String> names = new TreeSet<>();
        for (ResolvedFor resolved : resolutions) {
            resolved.resolution().graph().dependencies(name).forEach(other -> names.add(other.canonical()));
        }
        return names.stream()
                .map(other -> Map.<String, Object>of("name", other))
                .toList();
    }

    private static @Nullable String index(List<ResolvedWheel> wheels) {
        return wheels.stream()
                .flatMap(wheel -> wheel.index().stream())
                .findFirst()
                .map(URI::toString)
                .orElse(null);
    }

    private LockedSource source(List<ResolvedWheel> wheels) {
        Optional<SourceTree> builtFrom = wheels.get(0).builtFrom();
        if (builtFrom.isPresent()) {
            return source(builtFrom.get());
        }
        return new Distributions(
                null,
                wheels.stream()
                        .sorted(Comparator.comparing(wheel -> wheel.file().text()))
                        .map(wheel -> new LockedWheel(wheel.file(), file(wheel)))
                        .toList());
    }

    private LockedFile file(ResolvedWheel wheel) {
        return file(wheel.source(), wheel.digest(), sizes.applyAsLong(wheel));
    }

    private LockedFile file(URI source, Sha256 digest, @Nullable Long size) {
        boolean local = "file".equals(source.getScheme());
        return new LockedFile(
                local ? null : withoutFragment(source),
                local ? relative(Path.of(source)) : null,
                size,
                null,
                Map.of("sha256", digest.hex()));
    }

    private static String withoutFragment(URI source) {
        return source.toString().split("#", 2)[0];
    }

    private String relative(Path path) {
        return folder.relativize(path.toAbsolutePath().normalize()).toString().replace('\\', '/');
    }

    private LockedSource source(SourceTree tree) {
        if (tree instanceof SourceTree.Sdist sdist) {
            return new Distributions(new LockedSdist(sdist.file(), file(sdist.url(), sdist.digest(), null)), List.of());
        }
        if (tree instanceof SourceTree.Archive archive) {
            return new ArchiveSource(
                    file(archive.url(), archive.digest(), null),
                    archive.subdirectory().orElse(null));
        }
        if (tree instanceof SourceTree.Directory directory) {
            return new DirectorySource(relative(directory.path()), directory.editable(), null);
        }
        SourceTree.Vcs vcs = (SourceTree.Vcs) tree;
        return new VcsSource(
                vcs.type(),
                vcs.url(),
                null,
                vcs.requestedRevision().orElse(null),
                vcs.commitId(),
                vcs.subdirectory().orElse(null));
    }
}
