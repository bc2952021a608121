@NullMarked
package org.banshi.web.page;

import org.jspecify.annotations.NullMarked;
