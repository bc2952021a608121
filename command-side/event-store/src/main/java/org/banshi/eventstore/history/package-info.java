/**
 * What callers did and were told, held against what the log and its readers show. Nothing here
 * knows how the log is kept: the checks are as true for another one.
 */
@NullMarked
package org.banshi.eventstore.history;

import org.jspecify.annotations.NullMarked;
