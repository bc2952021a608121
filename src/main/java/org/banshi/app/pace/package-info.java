/** How often somebody may ask for something before being told to wait. */
@NullMarked
package org.banshi.app.pace;

import org.jspecify.annotations.NullMarked;
