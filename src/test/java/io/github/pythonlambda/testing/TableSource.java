package io.github.pythonlambda.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** The members of a {@link TestTable}, a text or else a {@link JsonNode} for each run of the test. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ArgumentsSource(TableSource.Members.class)
public @interface TableSource {

    /** The file beside the test. */
    String file();

    /** The key of the table in the file; empty if the file is the table. */
    String table() default "";

    /** Reads the file. */
    final class Members implements ArgumentsProvider {

        @Override
        public Stream<? extends Arguments> provideArguments(
                ParameterDeclarations parameters, ExtensionContext context) {
            TableSource source = context.getRequiredTestMethod().getAnnotation(TableSource.class);
            JsonNode file = TestTable.read(context.getRequiredTestClass(), source.file());
            JsonNode table = source.table().isEmpty() ? file : file.path(source.table());
            return TestTable.members(table)
                    .map(member -> Arguments.of(member.isTextual() ? member.textValue() : member));
        }
    }
}
