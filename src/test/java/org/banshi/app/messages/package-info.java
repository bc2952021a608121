/** Messages leave the house, or nobody says that they did. */
@NullMarked
package org.banshi.app.messages;

import org.jspecify.annotations.NullMarked;
