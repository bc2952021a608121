/** The way from a request to the command bus, the same for pages and the REST interface. */
@NullMarked
package org.banshi.web.write;

import org.jspecify.annotations.NullMarked;
