/** Pages of rows by cursor. */
@NullMarked
package org.banshi.query.contract.page;

import org.jspecify.annotations.NullMarked;
