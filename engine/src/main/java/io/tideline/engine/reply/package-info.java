/**
 * What the journeys' own replies tell of caches, and whether their sessions are unique. Begin with
 * {@link io.tideline.engine.reply.ReplyCounts}; {@link io.tideline.engine.reply.ReplyKind} says how
 * a reply is told to come from a cache.
 */
@NullMarked
package io.tideline.engine.reply;

import org.jspecify.annotations.NullMarked;
