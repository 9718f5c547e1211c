/**
 * The requests of the memories and media application, each named for what the user does, with its
 * checks. Begin with {@link io.tideline.simulations.endpoints.Timeline}.
 */
package io.tideline.simulations.endpoints;
