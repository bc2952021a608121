/** Letters of cases: which there are, what they tell, and who may have them. */
@NullMarked
package org.banshi.web.letter;

import org.jspecify.annotations.NullMarked;
