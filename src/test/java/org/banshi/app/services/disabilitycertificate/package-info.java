/** A person with a disability, in a browser. */
@NullMarked
package org.banshi.app.services.disabilitycertificate;

import org.jspecify.annotations.NullMarked;
