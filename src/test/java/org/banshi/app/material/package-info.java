@NullMarked
package org.banshi.app.material;

import org.jspecify.annotations.NullMarked;
