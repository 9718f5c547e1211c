package io.tideline.engine.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the target is to grow and shrink with the load. Its times are the target's own, so that
 * speedup leaves them as they are.
 *
 * @param replicas name of the resource that counts them, as {@code run.json} has it
 * @param outWithin longest time from when the load has risen to more replicas; null for no promise
 * @param inWithin longest time from when the load has fallen to as few as before; null likewise
 * @param min fewest replicas at any time; null for any
 * @param max most of them; null for any
 */
public record Scaling(
    String replicas,
    @JsonProperty("outWithinSeconds") @Nullable Duration outWithin,
    @JsonProperty("inWithinSeconds") @Nullable Duration inWithin,
    @Nullable Long min,
    @Nullable Long max) {}
