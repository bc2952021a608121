/** Organisations, and who acts for them. */
@NullMarked
package org.banshi.command.domain.organisation;

import org.jspecify.annotations.NullMarked;
