/**
 * What lets a build in which nothing has changed do nothing: the state of everything that the last build has read, and links
 * to what it wrote, so that this holds after {@code mvn clean}, too.
 *
 * <p>Whether something has changed is asked before anything else, in a JVM that has just started. So the classes here, and
 * those they use on that way, stay away from what the JVM or the plugin takes long to load: digests, formatters, JSON.
 */
@NullMarked
package io.github.pythonlambda.uptodate;

import org.jspecify.annotations.NullMarked;
