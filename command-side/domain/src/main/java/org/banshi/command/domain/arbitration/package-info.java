/** The acts that labour arbitration (劳动争议仲裁) adds to an application. */
@NullMarked
package org.banshi.command.domain.arbitration;

import org.jspecify.annotations.NullMarked;
