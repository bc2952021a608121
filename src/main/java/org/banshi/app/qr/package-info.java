/** QR codes for pages. */
@NullMarked
package org.banshi.app.qr;

import org.jspecify.annotations.NullMarked;
