package io.tideline.reports.ticket;

/**
 * A check that was made and passed: a ticket about it is done.
 *
 * @param fingerprint of the ticket there would be
 * @param said the check's answer
 */
public record Cleared(String fingerprint, String said) {}
