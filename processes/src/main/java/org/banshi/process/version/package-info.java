/** Running cases when a new version of their item is published. */
@NullMarked
package org.banshi.process.version;

import org.jspecify.annotations.NullMarked;
