@NullMarked
package org.banshi.app.supply;

import org.jspecify.annotations.NullMarked;
