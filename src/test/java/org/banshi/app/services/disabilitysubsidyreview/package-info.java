/** A person whose subsidy was stopped, in a browser. */
@NullMarked
package org.banshi.app.services.disabilitysubsidyreview;

import org.jspecify.annotations.NullMarked;
