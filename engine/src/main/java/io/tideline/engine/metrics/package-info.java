/**
 * A running Gatling's record and its injection as metrics: Prometheus, OpenMetrics, and what can be
 * pushed. Begin with {@link io.tideline.engine.metrics.LiveMetrics}; names and labels are listed in
 * {@code docs/metrics.md}, which a test holds to what is exported.
 */
@NullMarked
package io.tideline.engine.metrics;

import org.jspecify.annotations.NullMarked;
