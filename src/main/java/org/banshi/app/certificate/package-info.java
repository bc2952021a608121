/** What the calendar does to disability certificates. */
@NullMarked
package org.banshi.app.certificate;

import org.jspecify.annotations.NullMarked;
