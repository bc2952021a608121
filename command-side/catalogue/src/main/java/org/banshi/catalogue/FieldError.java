package org.banshi.catalogue;

import org.banshi.command.contract.text.Text;

/**
 * What is wrong with one value.
 *
 * @param pointer JSON pointer of the value
 * @param code the keyword that failed, such as {@code required} or {@code format}
 * @param message what is wrong and how to mend it; never repeats the value
 */
public record FieldError(String pointer, String code, Text message) {}
