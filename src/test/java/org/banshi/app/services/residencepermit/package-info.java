/** The journey through the residence permit. */
@NullMarked
package org.banshi.app.services.residencepermit;

import org.jspecify.annotations.NullMarked;
