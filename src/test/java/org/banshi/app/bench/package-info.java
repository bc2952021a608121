@NullMarked
package org.banshi.app.bench;

import org.jspecify.annotations.NullMarked;
