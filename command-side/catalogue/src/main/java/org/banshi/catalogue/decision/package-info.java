/** Decision tables: DMN with exact numbers, without an engine. */
@NullMarked
package org.banshi.catalogue.decision;

import org.jspecify.annotations.NullMarked;
