/**
 * The event store on PostgreSQL: append, read, claims, readers, and the encryption of personal data
 * before the log.
 */
@NullMarked
package org.banshi.eventstore;

import org.jspecify.annotations.NullMarked;
