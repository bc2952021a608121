@NullMarked
package org.banshi.web.supervisor;

import org.jspecify.annotations.NullMarked;
