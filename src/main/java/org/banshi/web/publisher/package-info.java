/** Pages for publishers: items and their versions, packages handed in, what they hold. */
@NullMarked
package org.banshi.web.publisher;

import org.jspecify.annotations.NullMarked;
