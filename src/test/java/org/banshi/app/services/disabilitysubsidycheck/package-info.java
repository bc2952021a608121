/** A person whose subsidy is checked, in a browser. */
@NullMarked
package org.banshi.app.services.disabilitysubsidycheck;

import org.jspecify.annotations.NullMarked;
