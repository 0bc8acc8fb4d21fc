package io.github.pythonlambda.check;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the user wants of rules.
 *
 * @param settings the rules that the user has set, in their order
 */
public record RulePolicy(Map<Rule, Setting> settings) {

    /** Every rule as it is. */
    public static final RulePolicy DEFAULT = new RulePolicy(Map.of());

    /**
     * What a rule is set to.
     *
     * @param level what becomes of its findings
     * @param reason why, for those who read the report
     */
    public record Setting(Level level, @Nullable String reason) {}

    /** What becomes of the findings of a rule. */
    public enum Level {
        OFF,
        WARN,
        ERROR;

        /** The word for it in parameters and reports. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The level with a word. */
        public static Optional<Level> of(String id) {
            return Arrays.stream(values())
                    .filter(level -> level.id().equals(id))
                    .findFirst();
        }
    }

    public RulePolicy {
        Map<Rule, Setting> sorted = new EnumMap<>(Rule.class);
        sorted.putAll(settings);
        if (sorted.entrySet().stream()
                .anyMatch(entry -> entry.getKey().isFixed() && entry.getValue().level() != Level.ERROR)) {
            throw new IllegalArgumentException("a rule that cannot be set: " + settings.keySet());
        }
        settings = Collections.unmodifiableMap(sorted);
    }

    /** A finding as the user wants it; nothing if its rule is off. */
    public Optional<Finding> apply(Finding finding) {
        Setting setting = settings.get(finding.rule());
        if (setting == null) {
            return Optional.of(finding);
        }
        return switch (setting.level()) {
            case OFF -> Optional.empty();
            case WARN -> Optional.of(finding.withSeverity(Finding.Severity.WARNING));
            case ERROR -> Optional.of(finding.withSeverity(Finding.Severity.ERROR));
        };
    }
}
