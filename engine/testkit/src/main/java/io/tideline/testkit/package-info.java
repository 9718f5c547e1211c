/**
 * What the tests of all modules share: {@link io.tideline.testkit.Waiting} for what comes about
 * after a while, {@link io.tideline.testkit.QuietMachine} for what is held against a clock.
 */
package io.tideline.testkit;
