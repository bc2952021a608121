/** Words shown to people, in both languages. */
@NullMarked
package org.banshi.command.contract.text;

import org.jspecify.annotations.NullMarked;
