package io.github.pythonlambda.check;

import io.github.pythonlambda.app.AppLayout;
import io.github.pythonlambda.app.Handler;
import io.github.pythonlambda.archive.ArchiveEntry;
import io.github.pythonlambda.layer.LayerEntry;
import io.github.pythonlambda.layer.NamespaceInit;
import io.github.pythonlambda.packaging.ProjectName;
import io.github.pythonlambda.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Rule {@code hidden-package}: no module at the app's top may have the name of a module that a layer brings, since the
 * app comes first on the path. An error if the module is a package's own one ({@code fastapi.py} where fastapi is
 * installed) and something asks for it; else a warning, since the layer's may be one that nobody wants, such as
 * {@code tests}.
 */
public final class HiddenPackageCheck {

    private static final Rule RULE = Rule.HIDDEN_PACKAGE;

    private final Predicate<ProjectName> isDependency;

    /** @param isDependency whether some package of the layers needs a project */
    public HiddenPackageCheck(Predicate<ProjectName> isDependency) {
        this.isDependency = isDependency;
    }

    /**
     * Checks an app.
     *
     * @throws IOException if a file of the app cannot be read
     */
    public List<Finding> check(AppLayout app, Handler handler, List<FunctionLayer> layers) throws IOException {
        Map<String, ArchiveEntry> own = new TreeMap<>();
        for (ArchiveEntry entry : app.entries()) {
            TopLevel.module(entry.path()).ifPresent(module -> own.putIfAbsent(module, entry));
        }
        List<Finding> findings = new ArrayList<>();
        for (FunctionLayer layer : layers) {
            for (Map.Entry<String, LayerEntry> hidden : hidden(own, layer).entrySet()) {
                findings.add(finding(app, handler, own.get(hidden.getKey()), hidden.getKey(), hidden.getValue())
                        .about(hidden.getValue().owner())
                        .inLayer(layer.name())
                        .inFile(own.get(hidden.getKey()).path()));
            }
        }
        return findings;
    }

    private static Map<String, LayerEntry> hidden(Map<String, ArchiveEntry> own, FunctionLayer layer)
            throws IOException {
        Map<String, LayerEntry> hidden = new TreeMap<>();
        for (LayerEntry entry : layer.layout().files().values()) {
            String path = entry.entry().path();
            Optional<String> module = TopLevel.moduleInLayer(path)
                    .or(() -> topFolder(path))
                    .filter(own::containsKey)
                    .filter(name -> !hidden.containsKey(name));
            if (module.isPresent() && !NamespaceInit.isOne(own.get(module.get()))) {
                hidden.put(module.get(), entry);
            }
        }
        return hidden;
    }

    /** The folder of a Python file, which may be a namespace package. */
    private static Optional<String> topFolder(String path) {
        String[] parts = path.split("/", 3);
        boolean isCode = path.endsWith(".py") || path.endsWith(".so");
        return parts.length == 3 && isCode && path.startsWith(TopLevel.LAYER_ROOT)
                ? Optional.of(parts[1])
                : Optional.empty();
    }

    private Finding finding(AppLayout app, Handler handler, ArchiveEntry own, String module, LayerEntry hidden)
            throws IOException {
        ProjectName project = hidden.owner();
        Problem problem = Problem.of("the app's %s hides the installed package %s".formatted(own.path(), project))
                .at(app.folder())
                .remedy("rename %s, or move it into a package of the app".formatted(own.path()));
        boolean isPackagesOwn = new ProjectName(module).equals(project);
        Optional<String> user = isPackagesOwn ? user(app, handler, module) : Optional.empty();
        if (user.isPresent()) {
            return Finding.error(
                    RULE, problem.found("%s asks for %s and gets the app's own file".formatted(user.get(), module)));
        }
        if (isPackagesOwn && isDependency.test(project)) {
            return Finding.error(
                    RULE, problem.found("packages that need %s get the app's own file".formatted(project)));
        }
        return Finding.warning(
                RULE,
                problem.found("'import %s' gives the app's, not %s"
                        .formatted(module, hidden.entry().path())));
    }

    /** The file of the app that imports a module, or starts it. */
    private static Optional<String> user(AppLayout app, Handler handler, String module) throws IOException {
        String name = Pattern.quote(module);
        Pattern imports = Pattern.compile(
                "^[ \\t]*(?:from[ \\t]+%1$s(?:[ \\t.]|$)|import[ \\t]+(?:[\\w. \\t]+,)*[ \\t]*%1$s(?:[ \\t.,;\\r#]|$))"
                        .formatted(name),
                Pattern.MULTILINE);
        Pattern starts = Pattern.compile("^[^#\\n]*\\s-m[ \\t]+%s(?:[ \\t.\\r]|$)".formatted(name), Pattern.MULTILINE);
        for (ArchiveEntry entry : app.entries()) {
            boolean isProgram = handler instanceof Handler.Program program
                    && program.value().equals(entry.path());
            if (isProgram || entry.path().endsWith(".py")) {
                String text = new String(entry.content().read(), StandardCharsets.UTF_8);
                if ((isProgram ? starts : imports).matcher(text).find()) {
                    return Optional.of(entry.path());
                }
            }
        }
        return Optional.empty();
    }
}
