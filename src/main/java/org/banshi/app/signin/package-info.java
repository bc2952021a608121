/** The one room of log-in: accounts, sessions, proofs of who is there, and who may enter where. */
@NullMarked
package org.banshi.app.signin;

import org.jspecify.annotations.NullMarked;
