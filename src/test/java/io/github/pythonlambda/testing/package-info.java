/** What tests build their input with: wheels, an index on the loopback interface, interpreters. */
@NullMarked
package io.github.pythonlambda.testing;

import org.jspecify.annotations.NullMarked;
