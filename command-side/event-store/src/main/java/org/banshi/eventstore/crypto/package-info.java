/** Keys per person, kept outside the database, and the encryption under them. */
@NullMarked
package org.banshi.eventstore.crypto;

import org.jspecify.annotations.NullMarked;
