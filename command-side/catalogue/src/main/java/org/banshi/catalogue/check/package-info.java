/** What makes a service package valid: one class a part, all findings at once. */
@NullMarked
package org.banshi.catalogue.check;

import org.jspecify.annotations.NullMarked;
