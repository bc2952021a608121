/** What people may ask about the data that are kept of them. */
@NullMarked
package org.banshi.command.domain.privacy;

import org.jspecify.annotations.NullMarked;
