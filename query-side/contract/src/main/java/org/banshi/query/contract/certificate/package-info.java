/** Disability certificates, as their holders and guardians see them. */
@NullMarked
package org.banshi.query.contract.certificate;

import org.jspecify.annotations.NullMarked;
