/** Refusals and failures as RFC 9457 problems and as pages, in two languages. */
@NullMarked
package org.banshi.web.problem;

import org.jspecify.annotations.NullMarked;
