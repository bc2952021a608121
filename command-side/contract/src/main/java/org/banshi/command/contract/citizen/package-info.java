/** Citizens: who proved to be whom, and how, apart from how they log in. */
@NullMarked
package org.banshi.command.contract.citizen;

import org.jspecify.annotations.NullMarked;
