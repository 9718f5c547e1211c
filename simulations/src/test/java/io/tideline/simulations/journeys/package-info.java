/**
 * What users do, step by step. Begin with {@link io.tideline.simulations.journeys.BrowseTimeline};
 * a new journey is one class like it and a line in {@link
 * io.tideline.simulations.journeys.Journeys}.
 */
package io.tideline.simulations.journeys;
