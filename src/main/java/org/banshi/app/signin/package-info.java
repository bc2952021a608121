/** The one room of log-in: a stand-in with demo people, to be replaced as a whole. */
@NullMarked
package org.banshi.app.signin;

import org.jspecify.annotations.NullMarked;
