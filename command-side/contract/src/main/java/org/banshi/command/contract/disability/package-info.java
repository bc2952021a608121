/** 助残: what items for disabled persons add to an application (domain rules §3). */
@NullMarked
package org.banshi.command.contract.disability;

import org.jspecify.annotations.NullMarked;
