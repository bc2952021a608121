/** What ties applications, points accounts and candidacies together. */
@NullMarked
package org.banshi.process.points;

import org.jspecify.annotations.NullMarked;
