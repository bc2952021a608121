/** What all pages share: language, words, head, security headers. */
@NullMarked
package org.banshi.web.page;

import org.jspecify.annotations.NullMarked;
