/** The acts that social assistance (社会救助) adds to an application. */
@NullMarked
package org.banshi.command.domain.social;

import org.jspecify.annotations.NullMarked;
