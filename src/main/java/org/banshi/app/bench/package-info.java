/** {@code ./banshi bench}: figures of the whole, each beside a peer measured in the same run. */
@NullMarked
package org.banshi.app.bench;

import org.jspecify.annotations.NullMarked;
