/** Tamper evidence for people: sign where the log stands, and verify it. */
@NullMarked
package org.banshi.app.audit;

import org.jspecify.annotations.NullMarked;
