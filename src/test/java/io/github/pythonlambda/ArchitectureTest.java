package io.github.pythonlambda;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/** The arrows between packages, and what may be used where. */
@AnalyzeClasses(packages = "io.github.pythonlambda", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "io.github.pythonlambda.";

    /** A package may use those below it, never those above. {@code app}, {@code layer} and {@code script} do not know each other. */
    private static final List<List<String>> FROM_TOP_TO_BOTTOM = List.of(
            List.of("mojo"),
            List.of("build", "verify", "template"),
            List.of("cache"),
            List.of("describe"),
            List.of("check"),
            List.of("layer", "app", "script"),
            List.of("pip", "lock", "bytecode"),
            List.of("resolve"),
            List.of("requirements", "pylock"),
            List.of("store"),
            List.of("index"),
            List.of("python"),
            List.of("target"),
            List.of("wheel"),
            List.of("packaging"),
            List.of("elf", "uptodate", "resource"),
            List.of("archive", "sharing", "json"),
            List.of("problem"));

    @ArchTest
    static final ArchRule ARROWS_GO_DOWN = ArchRuleDefinition.classes()
            .should(new ArchCondition<>("use only lower packages") {
                @Override
                public void check(JavaClass user, ConditionEvents events) {
                    user.getDirectDependenciesFromSelf().stream()
                            .filter(use -> use.getTargetClass().getPackageName().startsWith(ROOT))
                            .filter(use -> !packageOf(use.getTargetClass()).equals(packageOf(user)))
                            .filter(use -> height(use.getTargetClass()) >= height(user))
                            .forEach(use -> events.add(SimpleConditionEvent.violated(user, use.getDescription())));
                }
            });

    @ArchTest
    static final ArchRule ONLY_MOJOS_KNOW_MAVEN = ArchRuleDefinition.noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "mojo")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.maven..", "org.eclipse.aether..");

    @ArchTest
    static final ArchRule NULLNESS_IS_DECLARED = ArchRuleDefinition.classes()
            .should(new ArchCondition<>("be null-marked") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                        events.add(SimpleConditionEvent.violated(type, type.getPackageName() + " is not @NullMarked"));
                    }
                }
            });

    private static String packageOf(JavaClass type) {
        return type.getPackageName().substring(ROOT.length()).split("\\.")[0];
    }

    private static int height(JavaClass type) {
        for (int depth = 0; depth < FROM_TOP_TO_BOTTOM.size(); depth++) {
            if (FROM_TOP_TO_BOTTOM.get(depth).contains(packageOf(type))) {
                return FROM_TOP_TO_BOTTOM.size() - depth;
            }
        }
        throw new IllegalStateException("a package that has no place yet: " + type.getPackageName());
    }
}
