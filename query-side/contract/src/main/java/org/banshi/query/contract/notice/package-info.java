/** What is on public notice. */
@NullMarked
package org.banshi.query.contract.notice;

import org.jspecify.annotations.NullMarked;
