package io.github.pythonlambda.lock;

import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.archive.StagedFile;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.pylock.LockChoice;
import io.github.pythonlambda.pylock.Pylock;
import io.github.pythonlambda.pylock.PylockWriter;
import io.github.pythonlambda.resolve.Resolution;
import io.github.pythonlambda.sharing.FolderForm;
import io.github.pythonlambda.sharing.KeptFolder;
import io.github.pythonlambda.sharing.KeptItems;
import io.github.pythonlambda.sharing.Uses;
import io.github.pythonlambda.sharing.WorkLock;
import io.github.pythonlambda.target.Target;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Answers of earlier resolutions by their fingerprint, in the form of locks. They are kept beside the wheel store and not in
 * {@code target}, so that {@code mvn clean} does not cost a resolution.
 */
public final class KeptResolutions implements KeptFolder {

    private static final FolderForm FORM = new FolderForm(
            List.of("pylock\\." + FolderForm.DIGEST + "\\.toml", "known\\." + FolderForm.DIGEST + "\\.json"),
            List.of(FolderForm.STAGED, "known\\..+\\.tmp", FolderForm.LOCKS));

    private final Path folder;
    private final Uses uses;

    /**
     * @param folder made when the first answer is kept
     * @param uses is told which answers are used
     */
    public KeptResolutions(Path folder, Uses uses) {
        this.folder = folder;
        this.uses = uses;
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public KeptItems items() throws IOException {
        return FORM.list(folder);
    }

    /**
     * An answer.
     *
     * @param resolution what was resolved
     * @param age how long ago
     */
    public record Kept(Resolution resolution, Duration age) {}

    /** Finds an answer; one that cannot be read counts for none. */
    public Optional<Kept> find(Sha256 fingerprint, Target target) throws IOException {
        Path file = file(fingerprint);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            LockReader lock = LockReader.of(file);
            Optional<Instant> asked = lock.asked();
            if (asked.isEmpty()) {
                return Optional.empty();
            }
            Resolution resolution = new LockedResolution(target, LockChoice.DEFAULT, trees -> {
                        throw new IOException("a kept resolution has wheels only");
                    })
                    .ofBuild(lock, lock.inputs().orElseThrow());
            uses.note(file);
            return Optional.of(
                    new Kept(resolution.withHeldBack(lock.heldBack()), Duration.between(asked.get(), Instant.now())));
        } catch (ProblemException e) {
            return Optional.empty();
        }
    }

    /**
     * Waits for the turn to find an answer. Another build may have kept it afterwards.
     *
     * @param longWait is run once if that takes more than a few seconds
     */
    public WorkLock lock(Sha256 fingerprint, Runnable longWait) throws InterruptedIOException {
        return WorkLock.acquire(folder.resolve(".locks").resolve(fingerprint.hex()), longWait);
    }

    /**
     * Keeps an answer in the place of an older one.
     *
     * @param time when it was given; its age counts from then
     */
    public void keep(Sha256 fingerprint, LockInputs inputs, Target target, Resolution resolution, Instant time)
            throws IOException {
        Path file = file(fingerprint);
        try (StagedFile staged = StagedFile.of(file)) {
            Pylock lock = new LockWriter(folder, wheel -> 0L)
                    .kept(inputs, new ResolvedFor(target, resolution.withWheelsOnly()), time);
            Files.writeString(staged.temporary(), PylockWriter.write(lock));
            staged.commit();
        }
        uses.note(file);
    }

    /** Where to keep what is known of the indexes, by all that their answers depend on. */
    public Path known(Sha256 indexes) {
        Path file = folder.resolve("known." + indexes.hex() + ".json");
        uses.note(file);
        return file;
    }

    private Path file(Sha256 fingerprint) {
        return folder.resolve("pylock." + fingerprint.hex() + ".toml");
    }
}
