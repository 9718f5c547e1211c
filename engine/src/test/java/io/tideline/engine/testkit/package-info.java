/**
 * What the tests of all modules share: {@link io.tideline.engine.testkit.Waiting} for what comes
 * about after a while, {@link io.tideline.engine.testkit.QuietMachine} for what is held against a
 * clock.
 */
package io.tideline.engine.testkit;
