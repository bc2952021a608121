/** The acts that social assistance adds to an application. */
@NullMarked
package org.banshi.command.contract.social;

import org.jspecify.annotations.NullMarked;
