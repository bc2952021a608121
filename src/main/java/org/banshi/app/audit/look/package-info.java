/** Under which order auditors look, and that each look is recorded. */
@NullMarked
package org.banshi.app.audit.look;

import org.jspecify.annotations.NullMarked;
