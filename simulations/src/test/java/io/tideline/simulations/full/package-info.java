/**
 * The long exams of {@code mvn verify -Pfull}: each is tried once for each state of the source,
 * what came is kept in a ledger, and a call that was ended is gone on with by the next. Begin with
 * {@link io.tideline.simulations.full.Exam}.
 */
package io.tideline.simulations.full;
