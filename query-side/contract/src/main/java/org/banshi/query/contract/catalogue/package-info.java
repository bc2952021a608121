/** Which services there are. */
@NullMarked
package org.banshi.query.contract.catalogue;

import org.jspecify.annotations.NullMarked;
