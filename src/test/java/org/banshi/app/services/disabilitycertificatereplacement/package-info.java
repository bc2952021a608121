/** A holder whose certificate is lost, in a browser. */
@NullMarked
package org.banshi.app.services.disabilitycertificatereplacement;

import org.jspecify.annotations.NullMarked;
