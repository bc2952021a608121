@NullMarked
package org.banshi.app.services.benefitreview;

import org.jspecify.annotations.NullMarked;
