package io.tideline.reports.tracker;

/**
 * A ticket as a tracker holds it.
 *
 * @param name its number or key
 * @param fingerprint of the ticket
 * @param open whether it waits for work
 * @param run the last run that it was told of; empty when nobody knows
 * @param body its text, where the tracker needs it again
 */
record Issue(String name, String fingerprint, boolean open, String run, String body) {}
