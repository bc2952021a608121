@NullMarked
package org.banshi.app.services.destitutesupport;

import org.jspecify.annotations.NullMarked;
