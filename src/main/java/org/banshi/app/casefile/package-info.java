/** What an officer reads to decide a case, put together from its events. */
@NullMarked
package org.banshi.app.casefile;

import org.jspecify.annotations.NullMarked;
