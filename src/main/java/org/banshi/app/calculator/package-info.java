/** Calculators that citizens use without saying who they are. */
@NullMarked
package org.banshi.app.calculator;

import org.jspecify.annotations.NullMarked;
