/** Tests of the log-in. */
@NullMarked
package org.banshi.app.signin;

import org.jspecify.annotations.NullMarked;
