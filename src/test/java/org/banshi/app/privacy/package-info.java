/** A person's own data. */
@NullMarked
package org.banshi.app.privacy;

import org.jspecify.annotations.NullMarked;
