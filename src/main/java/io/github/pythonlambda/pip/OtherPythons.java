package io.github.pythonlambda.pip;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts reasons that differ in the Python only into one: {@code for CPython 2 and 3.4 to 3.8}. */
final class OtherPythons {

    private static final Pattern CPYTHON = Pattern.compile("for (?:CPython 3\\.|the interpreter cp3)(?<minor>[0-9]+)");
    private static final Pattern OLD = Pattern.compile("for (?:Python 2(?:\\.[0-9])?|the interpreter cp2[0-9])");

    private OtherPythons() {}

    static List<String> joined(List<String> reasons) {
        TreeSet<Integer> minors = new TreeSet<>();
        boolean old = false;
        List<String> others = new ArrayList<>();
        for (String reason : reasons) {
            Matcher matcher = CPYTHON.matcher(reason);
            if (matcher.matches()) {
                minors.add(Integer.valueOf(matcher.group("minor")));
            } else if (OLD.matcher(reason).matches()) {
                old = true;
            } else {
                others.add(reason);
            }
        }
        List<String> joined = new ArrayList<>();
        if (minors.isEmpty() && old) {
            joined.add("for Python 2");
        } else if (!minors.isEmpty()) {
            List<String> versions = new ArrayList<>(old ? List.of("2") : List.of());
            if (minors.size() > 2) {
                versions.add("3.%d to 3.%d".formatted(minors.first(), minors.last()));
            } else {
                minors.forEach(minor -> versions.add("3." + minor));
            }
            String last = versions.remove(versions.size() - 1);
            joined.add("for CPython " + (versions.isEmpty() ? "" : String.join(", ", versions) + " and ") + last);
        }
        joined.addAll(others);
        return joined;
    }
}
