/** How a folder becomes a published version of a service item. */
@NullMarked
package org.banshi.app.publishing;

import org.jspecify.annotations.NullMarked;
