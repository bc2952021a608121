/** The master key that wraps the keys of people's data. */
@NullMarked
package org.banshi.app.keys;

import org.jspecify.annotations.NullMarked;
