/** A holder whose disability has changed, in a browser. */
@NullMarked
package org.banshi.app.services.disabilitygradechange;

import org.jspecify.annotations.NullMarked;
