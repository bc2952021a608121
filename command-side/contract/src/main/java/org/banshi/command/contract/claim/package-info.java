/** Rights that one stream holds at a time across the whole log. */
@NullMarked
package org.banshi.command.contract.claim;

import org.jspecify.annotations.NullMarked;
