/** Asking other machines: only those that are configured, and never the inside of a network. */
@NullMarked
package org.banshi.app.outbound;

import org.jspecify.annotations.NullMarked;
