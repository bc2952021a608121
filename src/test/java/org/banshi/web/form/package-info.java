@NullMarked
package org.banshi.web.form;

import org.jspecify.annotations.NullMarked;
