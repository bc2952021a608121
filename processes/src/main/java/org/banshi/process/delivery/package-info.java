/** Documents on their way to a person, behind ports. */
@NullMarked
package org.banshi.process.delivery;

import org.jspecify.annotations.NullMarked;
