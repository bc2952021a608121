@NullMarked
package org.banshi.app.casefile;

import org.jspecify.annotations.NullMarked;
