/**
 * The load on the memories and media application. Begin with {@link
 * io.tideline.simulations.MemoriesSimulation}; the journeys are in {@code journeys}, the requests
 * they are made of in {@code endpoints}, and the plan in {@code src/test/resources/tideline.conf}.
 */
package io.tideline.simulations;
