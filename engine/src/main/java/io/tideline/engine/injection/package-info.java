/**
 * Starts each virtual user at its due time inside Gatling, on Netty's event loops. Begin with
 * {@link io.tideline.engine.injection.LoadRun}. Every class of Gatling outside its Java API is used
 * here and nowhere else, because those change from release to release; what differs between the
 * releases that Tideline runs on is behind {@link io.tideline.engine.injection.GatlingBridge}.
 */
@NullMarked
package io.tideline.engine.injection;

import org.jspecify.annotations.NullMarked;
