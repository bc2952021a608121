/** What the process engine did, as it enters the log. */
@NullMarked
package org.banshi.command.contract.engine;

import org.jspecify.annotations.NullMarked;
