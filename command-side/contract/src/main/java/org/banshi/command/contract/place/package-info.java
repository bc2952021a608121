/** Regions and the bodies that act in them. */
@NullMarked
package org.banshi.command.contract.place;

import org.jspecify.annotations.NullMarked;
