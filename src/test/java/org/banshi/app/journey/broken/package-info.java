/** What the catalogue of pages must not overlook. */
@NullMarked
package org.banshi.app.journey.broken;

import org.jspecify.annotations.NullMarked;
