/** A person's own data: a copy, who looked at them, and their erasure. */
@NullMarked
package org.banshi.app.privacy;

import org.jspecify.annotations.NullMarked;
