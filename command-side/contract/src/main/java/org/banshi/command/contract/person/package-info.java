/** People and organisations, and the identifiers that stand for them. */
@NullMarked
package org.banshi.command.contract.person;

import org.jspecify.annotations.NullMarked;
