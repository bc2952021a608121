/** The application: the one lifecycle that every service item shares. */
@NullMarked
package org.banshi.command.contract.application;

import org.jspecify.annotations.NullMarked;
