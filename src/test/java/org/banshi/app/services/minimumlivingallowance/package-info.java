/** The journey through the minimum living allowance. */
@NullMarked
package org.banshi.app.services.minimumlivingallowance;

import org.jspecify.annotations.NullMarked;
