@NullMarked
package org.banshi.app.points;

import org.jspecify.annotations.NullMarked;
