/** Pages for the auditor. */
@NullMarked
package org.banshi.web.auditor;

import org.jspecify.annotations.NullMarked;
