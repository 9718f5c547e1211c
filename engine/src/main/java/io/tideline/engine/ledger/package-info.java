/**
 * The writes that a target acknowledged during a run, and what became of them: each is looked up
 * after the run. Begin with {@link io.tideline.engine.ledger.WriteLedger}, then {@link
 * io.tideline.engine.ledger.WritesCheck}.
 */
@NullMarked
package io.tideline.engine.ledger;

import org.jspecify.annotations.NullMarked;
