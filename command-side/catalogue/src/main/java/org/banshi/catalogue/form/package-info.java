/** Forms: JSON Schema 2020-12 with formats of the field and messages for people. */
@NullMarked
package org.banshi.catalogue.form;

import org.jspecify.annotations.NullMarked;
