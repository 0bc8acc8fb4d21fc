package io.github.pythonlambda.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonlambda.packaging.ProjectName;
import io.github.pythonlambda.target.LambdaCatalog;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportNamesTest {

    private static List<String> words(@Nullable String text) {
        return text == null ? List.of() : Arrays.asList(text.split(" "));
    }

    private static List<String> names(List<String> files, List<String> topLevel, List<String> systems)
            throws Exception {
        Distribution distribution = new Distribution(new ProjectName("demo"), files, topLevel, systems);
        return new ImportNames(LambdaCatalog.load().target("python3.13", "x86_64", null)).of(distribution);
    }

    @ParameterizedTest(name = "{0}, top_level.txt {1}: {2}")
    @CsvSource({
        "demo/__init__.py demo/deeper/__init__.py demo/x.py,         ,           demo",
        "demo.py,                                                    ,           demo",
        "demo.py demo-1.0.dist-info/RECORD ../../bin/demo,           ,           demo",
        "google/cloud/storage/__init__.py google/cloud/storage/a.py, ,           google.cloud.storage",
        "google/type/date.py google/api/auth/__init__.py,            ,           google.api.auth google.type.date",
        "demo/__init__.py tests/__init__.py docs/conf.py,            ,           demo",
        "demo/__init__.py _private.py,                               ,           demo",
        "demo/__init__.py other/__init__.py,                         demo,       demo",
        "demo/__init__.py other.py,                                  demo other, demo other",
        "demo/__init__.pyi demo/py.typed,                            ,           ",
        "demo-stubs/__init__.pyi 3a__mypyc.abi3.so,                  ,           ",
        "demo.so,                                                    ,           demo",
        "demo.abi3.so,                                               ,           demo",
        "demo.cpython-313-x86_64-linux-gnu.so,                       ,           demo",
        "demo.cpython-312-x86_64-linux-gnu.so,                       ,           ",
        "demo.cpython-313-aarch64-linux-gnu.so,                      ,           ",
        "demo.cp313-win_amd64.pyd,                                   ,           ",
        "demo/__init__.cpython-313-x86_64-linux-gnu.so demo/a.py,    ,           demo",
        "demo.libs/libz-1.so.1 demo.py,                              ,           demo",
        "demo/lib.so,                                                ,           demo.lib",
    })
    void whatIsMeantToBeImportedIsNamed(String files, @Nullable String topLevel, @Nullable String names)
            throws Exception {
        assertThat(names(words(files), words(topLevel), List.of())).isEqualTo(words(names));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "Microsoft :: Windows,                    false",
        "MacOS :: MacOS X|Microsoft :: Windows,   false",
        "Microsoft :: Windows|POSIX :: Linux,     true",
        "OS Independent,                          true",
        "Unix,                                    true",
        "POSIX,                                   true",
    })
    void whatIsOnlyForOtherSystemsIsNot(String systems, boolean imported) throws Exception {
        assertThat(names(List.of("demo.py"), List.of(), List.of(systems.split("\\|"))))
                .hasSize(imported ? 1 : 0);
    }

    @Test
    void aPackageWithoutModulesHasNone() throws Exception {
        assertThat(names(List.of("demo-1.0.dist-info/RECORD"), List.of(), List.of()))
                .isEmpty();
    }
}
