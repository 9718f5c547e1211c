package io.tideline.reports.stats;

/** What requests are told apart by; the journey is empty for requests outside of all groups. */
record RequestKey(String journey, String name) {}
