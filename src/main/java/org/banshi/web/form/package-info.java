/** Forms rendered from a JSON Schema, and what was posted bound back to JSON. */
@NullMarked
package org.banshi.web.form;

import org.jspecify.annotations.NullMarked;
