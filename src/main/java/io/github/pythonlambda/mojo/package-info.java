/** The goals: their parameters, the request they build, and how results and failures reach Maven. */
@NullMarked
package io.github.pythonlambda.mojo;

import org.jspecify.annotations.NullMarked;
