/** Acting for another (代办): who may do what for whom, and until when. */
@NullMarked
package org.banshi.command.contract.mandate;

import org.jspecify.annotations.NullMarked;
