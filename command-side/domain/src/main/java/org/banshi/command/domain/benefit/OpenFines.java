package org.banshi.command.domain.benefit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.banshi.command.contract.benefit.BenefitEvent;

/** Fines that were not paid yet, each with its notice: it only evolves. */
final class OpenFines {

    private final Deque<Fine> open = new ArrayDeque<>();

    /** A fine in yuan, and when its notice was served. */
    record Fine(BigDecimal amount, LocalDate noticeServedOn) {}

    /** Of an erased person nothing is open any more. */
    void on(BenefitEvent.Fined fined) {
        BigDecimal amount = fined.fine();
        if (amount != null) {
            open.add(new Fine(amount, fined.noticeServedOn()));
        }
    }

    /** There were times when one receipt stood for all that was open. */
    void on(BenefitEvent.FineCollected collected) {
        BigDecimal left = collected.fine();
        while (left != null && !open.isEmpty() && open.element().amount().compareTo(left) <= 0) {
            left = left.subtract(open.remove().amount());
        }
    }

    /** The one that is paid next; empty where none is open. */
    Optional<Fine> oldest() {
        return Optional.ofNullable(open.peek());
    }
}
