/** The REST interface under {@code /api/v1}. */
@NullMarked
package org.banshi.web.api;

import org.jspecify.annotations.NullMarked;
