/**
 * Shows a run while it goes on: metrics for scrapers, a page for people, a line in the terminal.
 * Begin with {@link io.tideline.engine.show.LiveShow}, which keeps all of them up to date; {@link
 * io.tideline.engine.show.LiveServer} serves them.
 */
@NullMarked
package io.tideline.engine.show;

import org.jspecify.annotations.NullMarked;
