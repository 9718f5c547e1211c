/**
 * Posts the tickets of a run to GitHub Issues or Jira: each once, noted again, and closed when its
 * finding is gone. Begin with {@link io.tideline.reports.tracker.Poster}.
 */
@NullMarked
package io.tideline.reports.tracker;

import org.jspecify.annotations.NullMarked;
