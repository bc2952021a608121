/** The people who work on cases, as far as others need to know them. */
@NullMarked
package org.banshi.app.staff;

import org.jspecify.annotations.NullMarked;
