/**
 * The command line, {@code tideline.jar}. Begin with {@link io.tideline.reports.cli.Tideline},
 * which holds the commands; each is one class.
 */
@NullMarked
package io.tideline.reports.cli;

import org.jspecify.annotations.NullMarked;
