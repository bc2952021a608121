package org.banshi.command.contract.privacy;

import java.time.LocalDate;
import org.banshi.command.contract.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Something of a person that has to be kept still.
 *
 * @param what in words, without personal data
 * @param number of the case, or null
 * @param until first day on which it need not be kept any more; null while that is open
 * @param rule by which it is kept
 */
public record Kept(Text what, @Nullable String number, @Nullable LocalDate until, String rule) {}
