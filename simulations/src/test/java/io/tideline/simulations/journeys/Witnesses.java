package io.tideline.simulations.journeys;

import io.tideline.engine.injection.ReplyWatch;
import io.tideline.engine.ledger.WriteLedger;

/**
 * Who is told of what users do, beside Gatling's own log.
 *
 * @param ledger told of each write and of what became of it
 * @param replies told which account is in use; null when nobody wants to know
 */
public record Witnesses(WriteLedger ledger, ReplyWatch replies) {}
