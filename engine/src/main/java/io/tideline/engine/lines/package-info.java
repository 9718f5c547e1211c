/**
 * Files of records, each as JSON on a line of its own, that are appended to while a run goes on and
 * can be read whenever it is cut off. Begin with {@link io.tideline.engine.lines.JsonLines}.
 */
@NullMarked
package io.tideline.engine.lines;

import org.jspecify.annotations.NullMarked;
