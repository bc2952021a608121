@NullMarked
package org.banshi.app.live;

import org.jspecify.annotations.NullMarked;
