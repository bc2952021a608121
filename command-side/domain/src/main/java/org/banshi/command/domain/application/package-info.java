/** The application: receiving, handling, deciding and ending a case of any service item. */
@NullMarked
package org.banshi.command.domain.application;

import org.jspecify.annotations.NullMarked;
