@NullMarked
package org.banshi.app.audit.run;

import org.jspecify.annotations.NullMarked;
