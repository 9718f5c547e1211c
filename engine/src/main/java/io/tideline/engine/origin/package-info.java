/**
 * What a run was made with besides its plan: machine, JVM, data, and the version of the target, by
 * which later runs are known to be comparable. Begin with {@link io.tideline.engine.origin.Origin}.
 */
@NullMarked
package io.tideline.engine.origin;

import org.jspecify.annotations.NullMarked;
