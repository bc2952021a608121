/** Service items and their versions. */
@NullMarked
package org.banshi.command.domain.serviceitem;

import org.jspecify.annotations.NullMarked;
