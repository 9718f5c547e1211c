/**
 * Makes tickets of what a verdict found: what is wrong, how bad and how sure it is, what the data
 * suspects, what to try, and how to see it again. Begin with {@link
 * io.tideline.reports.ticket.TicketBook}; a new kind of ticket is a record that implements {@link
 * io.tideline.reports.ticket.Finding}, and one line there.
 */
@NullMarked
package io.tideline.reports.ticket;

import org.jspecify.annotations.NullMarked;
