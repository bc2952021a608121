/** Case numbers and query codes. */
@NullMarked
package org.banshi.app.numbering;

import org.jspecify.annotations.NullMarked;
