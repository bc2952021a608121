@NullMarked
package org.banshi.web.write;

import org.jspecify.annotations.NullMarked;
