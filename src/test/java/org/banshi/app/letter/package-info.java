/** Tests of letters. */
@NullMarked
package org.banshi.app.letter;

import org.jspecify.annotations.NullMarked;
