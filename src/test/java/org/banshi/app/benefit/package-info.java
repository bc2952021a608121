/** What happens to benefits after they were granted, on the whole application. */
@NullMarked
package org.banshi.app.benefit;

import org.jspecify.annotations.NullMarked;
