/** Tests of the keys of people's data. */
@NullMarked
package org.banshi.app.keys;

import org.jspecify.annotations.NullMarked;
