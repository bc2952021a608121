/** Golden scenarios: given, actions, and what must come of them. */
@NullMarked
package org.banshi.catalogue.scenario;

import org.jspecify.annotations.NullMarked;
