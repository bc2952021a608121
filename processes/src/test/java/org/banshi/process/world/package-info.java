/** An invented service, a stand-in for the domain, and the faults that tests inject. */
@NullMarked
package org.banshi.process.world;

import org.jspecify.annotations.NullMarked;
