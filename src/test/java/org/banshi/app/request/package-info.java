/** Requests over HTTP against everything that is behind it. */
@NullMarked
package org.banshi.app.request;

import org.jspecify.annotations.NullMarked;
