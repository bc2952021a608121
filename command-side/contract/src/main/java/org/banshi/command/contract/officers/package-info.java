/** Which officers handle a case, and which must not (四眼、回避). */
@NullMarked
package org.banshi.command.contract.officers;

import org.jspecify.annotations.NullMarked;
