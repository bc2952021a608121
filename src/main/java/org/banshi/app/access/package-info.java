/** Who looked at whose data, when and on what ground: kept, chained and searched. */
@NullMarked
package org.banshi.app.access;

import org.jspecify.annotations.NullMarked;
