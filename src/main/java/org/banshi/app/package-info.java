/** The application: its commands and how they start. */
@NullMarked
package org.banshi.app;

import org.jspecify.annotations.NullMarked;
