/** The second look before an act that cannot be taken back. */
@NullMarked
package org.banshi.app.confirm;

import org.jspecify.annotations.NullMarked;
