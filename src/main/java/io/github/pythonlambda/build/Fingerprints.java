package io.github.pythonlambda.build;

import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.requirements.RequirementsFile;
import io.github.pythonlambda.resolve.ResolveRequest;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * What answers of earlier resolutions are found by.
 *
 * @param question of the whole question: its answer can be used as it is
 * @param indexes of the question without what is required: of its answers, releases that are pinned exactly can be used
 */
record Fingerprints(Sha256 question, Sha256 indexes) {

    /**
     * Computes both.
     *
     * @param request what is asked
     * @param files the requirements files by layer
     * @param pip what runs: interpreter and version of pip
     * @return empty if an input is not known
     */
    static Optional<Fingerprints> of(ResolveRequest request, Map<String, RequirementsFile> files, String pip)
            throws IOException {
        Optional<Sha256> question = ResolutionFingerprint.of(request, files, pip);
        Optional<Sha256> indexes = ResolutionFingerprint.ofIndexes(request, files, pip);
        return question.flatMap(whole -> indexes.map(part -> new Fingerprints(whole, part)));
    }
}
