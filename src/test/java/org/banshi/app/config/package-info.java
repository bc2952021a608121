/** Tests of the wiring. */
@NullMarked
package org.banshi.app.config;

import org.jspecify.annotations.NullMarked;
