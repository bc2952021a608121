@NullMarked
package org.banshi.app.revision;

import org.jspecify.annotations.NullMarked;
