/**
 * Breaks things at known times and always puts them back: each fault is one small class, run in a
 * process of its own, the keeper, which outlives a generator that is killed. Begin with {@link
 * io.tideline.engine.fault.Fault}; {@link io.tideline.engine.fault.FaultRun} is its course in a
 * run.
 */
@org.jspecify.annotations.NullMarked
package io.tideline.engine.fault;
