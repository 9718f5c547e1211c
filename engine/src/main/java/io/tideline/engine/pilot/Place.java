package io.tideline.engine.pilot;

import io.tideline.engine.plan.Plan;
import java.nio.file.Path;

/**
 * Where a search goes on.
 *
 * @param plan with a search
 * @param run the run of that plan
 * @param log Gatling's record of it
 * @param originMillis wall clock at its first instant
 */
public record Place(Plan plan, SearchedRun run, Path log, long originMillis) {}
