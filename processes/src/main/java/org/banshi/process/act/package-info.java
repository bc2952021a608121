/** From the words of a service package to commands. */
@NullMarked
package org.banshi.process.act;

import org.jspecify.annotations.NullMarked;
