/** Face services of the government: they compare who is there with a name and a number. */
@NullMarked
package org.banshi.app.face;

import org.jspecify.annotations.NullMarked;
