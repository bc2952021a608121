/** Text messages and e-mails on their way out of the house. */
@NullMarked
package org.banshi.app.messages;

import org.jspecify.annotations.NullMarked;
