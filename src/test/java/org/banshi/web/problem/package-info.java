@NullMarked
package org.banshi.web.problem;

import org.jspecify.annotations.NullMarked;
