@NullMarked
package org.banshi.app.pace;

import org.jspecify.annotations.NullMarked;
