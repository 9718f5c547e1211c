/**
 * Rate curves and the arrivals that follow from them; pure mathematics on the JDK alone. Begin with
 * {@link io.tideline.engine.profile.RateCurve}: its integral counts arrivals, its inverse times
 * them.
 */
@NullMarked
package io.tideline.engine.profile;

import org.jspecify.annotations.NullMarked;
