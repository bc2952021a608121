/** Who may see what. */
@NullMarked
package org.banshi.query.contract.access;

import org.jspecify.annotations.NullMarked;
