/** The journey of 调解协议审查确认. */
@NullMarked
package org.banshi.app.services.mediationconfirmation;

import org.jspecify.annotations.NullMarked;
