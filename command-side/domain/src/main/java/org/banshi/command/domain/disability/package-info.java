/** What items for disabled persons add to an application. */
@NullMarked
package org.banshi.command.domain.disability;

import org.jspecify.annotations.NullMarked;
