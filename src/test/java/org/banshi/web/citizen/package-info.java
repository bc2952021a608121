@NullMarked
package org.banshi.web.citizen;

import org.jspecify.annotations.NullMarked;
