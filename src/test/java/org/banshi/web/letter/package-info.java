/** Tests of letters. */
@NullMarked
package org.banshi.web.letter;

import org.jspecify.annotations.NullMarked;
