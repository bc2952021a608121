/** Matters that another department handles, and whose progress it tells. */
@NullMarked
package org.banshi.command.contract.matter;

import org.jspecify.annotations.NullMarked;
