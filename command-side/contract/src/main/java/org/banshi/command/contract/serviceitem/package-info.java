/** Service items and their published versions. */
@NullMarked
package org.banshi.command.contract.serviceitem;

import org.jspecify.annotations.NullMarked;
