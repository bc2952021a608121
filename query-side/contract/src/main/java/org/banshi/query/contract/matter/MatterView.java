package org.banshi.query.contract.matter;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.banshi.command.contract.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A matter that another department handles, as its person reads it.
 *
 * @param register key of the reference data's matters
 * @param name of the matter
 * @param number by which the department calls it
 * @param elsewhere where one applies for it, and asks
 * @param ended whether nothing follows
 * @param steps what was told, oldest first; the last is where it stands
 */
public record MatterView(
        String register,
        Text name,
        String number,
        Text elsewhere,
        boolean ended,
        List<Step> steps) {

    /**
     * A state that it came to.
     *
     * @param amount in yuan, null where the state grants nothing
     * @param reason null where nothing is refused
     */
    public record Step(
            String state,
            Text text,
            LocalDate day,
            @Nullable BigDecimal amount,
            @Nullable String reason) {}
}
