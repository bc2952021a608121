/** Where a person's matters stand that other departments handle. */
@NullMarked
package org.banshi.query.contract.matter;

import org.jspecify.annotations.NullMarked;
