package io.github.pythonlambda.lock;

import java.util.List;

/**
 * What a lock is made from, as far as it decides which packages are locked.
 *
 * @param runtime the function's runtime
 * @param architectures in alphabetical order
 * @param layers in the order in which they take packages
 */
public record LockInputs(String runtime, List<String> architectures, List<Layer> layers) {

    /**
     * What one layer is made from. All lists are sorted and without duplicates: the order of lines means nothing to pip.
     *
     * @param name the layer's name
     * @param requirements in canonical form, those of nested files among them
     * @param constraints in canonical form
     * @param options that change what is chosen, such as {@code --pre}
     * @param wheels file names of local wheels, each with its hash
     */
    public record Layer(
            String name,
            List<String> requirements,
            List<String> constraints,
            List<String> options,
            List<String> wheels) {

        public Layer {
            requirements = sorted(requirements);
            constraints = sorted(constraints);
            options = sorted(options);
            wheels = sorted(wheels);
        }

        private static List<String> sorted(List<String> texts) {
            return texts.stream().distinct().sorted().toList();
        }
    }

    public LockInputs {
        architectures = architectures.stream().sorted().toList();
        layers = List.copyOf(layers);
    }
}
