package io.github.pythonlambda.packaging;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An ordered list of accepted tags, ready to be asked about wheels. */
public final class TagPreference {

    private final Map<Tag, Integer> ranks = new HashMap<>();

    /** @param tags all accepted tags, best first */
    public TagPreference(List<Tag> tags) {
        for (Tag tag : tags) {
            ranks.putIfAbsent(tag, ranks.size());
        }
    }

    /** The tag of a wheel for which it would be chosen; empty if none is accepted. */
    public Optional<Tag> best(Collection<Tag> wheelTags) {
        return wheelTags.stream().filter(ranks::containsKey).min(Comparator.comparing(ranks::get));
    }

    /** Orders wheels by their best tag; wheels that are not accepted come last. */
    public Comparator<Collection<Tag>> bestFirst() {
        return Comparator.comparingInt(
                wheelTags -> best(wheelTags).map(ranks::get).orElse(Integer.MAX_VALUE));
    }
}
