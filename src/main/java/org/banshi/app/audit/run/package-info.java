/** Long work for auditors: verification, comparison, samples, decisions made anew. */
@NullMarked
package org.banshi.app.audit.run;

import org.jspecify.annotations.NullMarked;
