/** Pages that are told when a case went on. */
@NullMarked
package org.banshi.app.live;

import org.jspecify.annotations.NullMarked;
