/**
 * The series of a run that must be the same at its end as at its start: what the target holds, how
 * fast it answers, how much it gets done. Begin with {@link io.tideline.reports.soak.Soak}; what
 * the answers mean is in {@code drift}.
 */
@NullMarked
package io.tideline.reports.soak;

import org.jspecify.annotations.NullMarked;
