package io.tideline.engine.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One resource at one instant.
 *
 * @param name of the resource, unique within its source
 * @param unit of value and limit
 * @param value how much of it is in use
 * @param limit how much there is; null when nothing tells
 * @param waiting how many wait for it; null when nothing tells
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Reading(
    String name, Unit unit, double value, @Nullable Double limit, @Nullable Double waiting) {}
