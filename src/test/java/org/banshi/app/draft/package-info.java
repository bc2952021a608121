@NullMarked
package org.banshi.app.draft;

import org.jspecify.annotations.NullMarked;
