@NullMarked
package org.banshi.app.face;

import org.jspecify.annotations.NullMarked;
