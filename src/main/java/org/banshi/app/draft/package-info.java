/** Applications begun and not yet filed, kept encrypted. */
@NullMarked
package org.banshi.app.draft;

import org.jspecify.annotations.NullMarked;
