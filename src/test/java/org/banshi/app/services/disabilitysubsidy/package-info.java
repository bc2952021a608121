/** A person who applies for the two subsidies, in a browser. */
@NullMarked
package org.banshi.app.services.disabilitysubsidy;

import org.jspecify.annotations.NullMarked;
