/** Matters that other departments handle, by person. */
@NullMarked
package org.banshi.query.projection.matter;

import org.jspecify.annotations.NullMarked;
