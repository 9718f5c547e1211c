/**
 * A TCP proxy that makes trouble on request: it holds up, drops, cuts and resets what goes through
 * it, by share of connections or of HTTP requests, and counts. Begin with {@link
 * io.tideline.engine.proxy.Proxies}; a trouble is a small {@link io.tideline.engine.proxy.Stage}.
 */
@NullMarked
package io.tideline.engine.proxy;

import org.jspecify.annotations.NullMarked;
