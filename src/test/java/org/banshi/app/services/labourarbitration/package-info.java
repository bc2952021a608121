/** The journey of 劳动争议仲裁. */
@NullMarked
package org.banshi.app.services.labourarbitration;

import org.jspecify.annotations.NullMarked;
