package io.github.pythonlambda.packaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A compatibility tag (PEP 425), such as {@code cp313-cp313-manylinux_2_17_aarch64}.
 *
 * @param interpreter the Python tag, lower case
 * @param abi the ABI tag, lower case
 * @param platform the platform tag, lower case
 */
public record Tag(String interpreter, String abi, String platform) {

    private static final Pattern INTERPRETER = Pattern.compile("[^\\W\\d]\\w*", Pattern.UNICODE_CHARACTER_CLASS);

    public Tag {
        interpreter = interpreter.toLowerCase(Locale.ROOT);
        abi = abi.toLowerCase(Locale.ROOT);
        platform = platform.toLowerCase(Locale.ROOT);
    }

    /**
     * Spreads a compressed tag set such as {@code py2.py3-none-any} into its tags, in the order of the text.
     *
     * @throws PackagingSyntaxException if the text has not three parts or one of them has an empty member
     */
    public static List<Tag> parseSet(String text) throws PackagingSyntaxException {
        String[] parts = text.split("-", -1);
        if (parts.length != 3) {
            throw new PackagingSyntaxException("not a tag of the form python-abi-platform: '" + text + "'");
        }
        List<Tag> tags = new ArrayList<>();
        for (String interpreter : members(parts[0], text)) {
            if (!INTERPRETER.matcher(interpreter).matches()) {
                throw new PackagingSyntaxException("not a Python tag: '" + interpreter + "' in '" + text + "'");
            }
            for (String abi : members(parts[1], text)) {
                for (String platform : members(parts[2], text)) {
                    tags.add(new Tag(interpreter, abi, platform));
                }
            }
        }
        return List.copyOf(tags);
    }

    private static List<String> members(String set, String text) throws PackagingSyntaxException {
        List<String> members = List.of(set.split("\\.", -1));
        if (members.contains("")) {
            throw new PackagingSyntaxException("empty member in the tag '" + text + "'");
        }
        return members;
    }

    // Written out, since the JVM puts a record's own together at its first use: too slow for one that lives for a
    // build.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Tag tag
                && platform.equals(tag.platform)
                && abi.equals(tag.abi)
                && interpreter.equals(tag.interpreter);
    }

    @Override
    public int hashCode() {
        return (interpreter.hashCode() * 31 + abi.hashCode()) * 31 + platform.hashCode();
    }

    @Override
    public String toString() {
        return interpreter + "-" + abi + "-" + platform;
    }
}
