@NullMarked
package org.banshi.app.outbound;

import org.jspecify.annotations.NullMarked;
