/** Disability certificates by holder and guardian. */
@NullMarked
package org.banshi.query.projection.certificate;

import org.jspecify.annotations.NullMarked;
