/**
 * What all pages share. Begin with {@link io.tideline.reports.html.Html}, which makes any text fit
 * to stand in a page.
 */
@NullMarked
package io.tideline.reports.html;

import org.jspecify.annotations.NullMarked;
