/** A person's disability certificate. */
@NullMarked
package org.banshi.command.domain.certificate;

import org.jspecify.annotations.NullMarked;
