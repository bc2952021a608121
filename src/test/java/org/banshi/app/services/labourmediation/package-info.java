/** The journey of 劳动争议调解. */
@NullMarked
package org.banshi.app.services.labourmediation;

import org.jspecify.annotations.NullMarked;
