package io.github.pythonlambda.index;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where packages come from. What is left empty is for pip's own settings to say. The text form has no secrets in it.
 *
 * @param index the index, instead of pip's default or configured one
 * @param extraIndexes indexes beside it
 * @param findLinks folders and pages of links
 * @param proxies Maven's active proxies, the most important one first
 * @param environment the variables of whoever runs the build, with pip's among them
 */
public record IndexSettings(
        Optional<IndexLocation> index,
        List<IndexLocation> extraIndexes,
        List<IndexLocation> findLinks,
        List<ProxySettings> proxies,
        UserEnvironment environment) {

    /** All is left to pip, which sees no variable either. */
    public static final IndexSettings NONE =
            new IndexSettings(Optional.empty(), List.of(), List.of(), List.of(), UserEnvironment.EMPTY);

    public IndexSettings {
        extraIndexes = List.copyOf(extraIndexes);
        findLinks = List.copyOf(findLinks);
        proxies = List.copyOf(proxies);
    }

    /**
     * The indexes in the order in which to ask them. Where there is no parameter, pip's variable counts; its default index
     * and its configuration files are known to pip alone.
     */
    public List<IndexLocation> indexes() {
        Stream<IndexLocation> first = index.isPresent() ? index.stream() : ofVariable("PIP_INDEX_URL").stream();
        Stream<IndexLocation> others =
                extraIndexes.isEmpty() ? ofVariable("PIP_EXTRA_INDEX_URL").stream() : extraIndexes.stream();
        return Stream.concat(first, others).toList();
    }

    private List<IndexLocation> ofVariable(String name) {
        return environment.first(name).stream()
                .flatMap(value -> Arrays.stream(value.split("\\s+")))
                .flatMap(IndexSettings::parse)
                .toList();
    }

    private static Stream<IndexLocation> parse(String url) {
        try {
            return Stream.of(IndexLocation.parse(url));
        } catch (IllegalArgumentException e) {
            // pip reads it too, and says what is wrong with it.
            return Stream.empty();
        }
    }
}
