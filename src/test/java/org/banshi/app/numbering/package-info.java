@NullMarked
package org.banshi.app.numbering;

import org.jspecify.annotations.NullMarked;
