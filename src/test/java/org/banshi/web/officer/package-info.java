@NullMarked
package org.banshi.web.officer;

import org.jspecify.annotations.NullMarked;
