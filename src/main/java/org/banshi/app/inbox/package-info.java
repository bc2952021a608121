/** How far people have read what they were told. */
@NullMarked
package org.banshi.app.inbox;

import org.jspecify.annotations.NullMarked;
