package io.github.pythonlambda.pip;

import io.github.pythonlambda.packaging.PackagingSyntaxException;
import io.github.pythonlambda.packaging.ProjectName;
import io.github.pythonlambda.packaging.Version;
import io.github.pythonlambda.resolve.Candidates;
import io.github.pythonlambda.resolve.HeldBack;
import io.github.pythonlambda.target.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a resolution passed over, in words. */
final class LookBack {

    private static final Map<String, Candidates.Verdict> VERDICTS = Map.of(
            "fits", Candidates.Verdict.FITS,
            "tag", Candidates.Verdict.TAG,
            "python", Candidates.Verdict.REQUIRES_PYTHON,
            "source", Candidates.Verdict.SOURCE);

    private final Target target;

    LookBack(Target target) {
        this.target = target;
    }

    List<HeldBack> heldBack(List<PipRecord.Held> records) {
        List<HeldBack> heldBack = new ArrayList<>();
        for (PipRecord.Held held : records) {
            Release newer = Release.of(held.offers()).get(0);
            heldBack.add(new HeldBack(
                    new ProjectName(held.project()),
                    version(held.chosen()),
                    newer.version(),
                    newer.reason(target),
                    newer.runtime(target)));
        }
        return heldBack;
    }

    Candidates candidates(ProjectName project, List<Offer> offers) {
        List<Candidates.File> files = new ArrayList<>();
        for (Release release : Release.of(offers)) {
            for (Offer offer : release.files()) {
                files.add(new Candidates.File(
                        offer.file(),
                        release.version(),
                        verdict(release, offer),
                        offer.allowed(),
                        reason(release, offer)));
            }
        }
        return new Candidates(project, files);
    }

    private String reason(Release release, Offer offer) {
        return switch (verdict(release, offer)) {
            case FITS -> "";
            case SOURCE -> "is a source, and would have to be built";
            default -> new Release(release.version(), List.of(offer)).reason(target);
        };
    }

    private static Candidates.Verdict verdict(Release release, Offer offer) {
        if (offer.yanked()) {
            return Candidates.Verdict.YANKED;
        }
        // pip would take it, but the policy leaves out what is known not to be pure Python.
        boolean leftOut = !offer.isWheel() && release.isNative();
        return leftOut
                ? Candidates.Verdict.SOURCE
                : VERDICTS.getOrDefault(offer.verdict(), Candidates.Verdict.UNREADABLE);
    }

    private static Version version(String text) {
        try {
            return Version.parse(text);
        } catch (PackagingSyntaxException e) {
            throw new IllegalStateException("pip gave a version that is none", e);
        }
    }
}
