package org.banshi.command.domain.benefit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.banshi.command.contract.benefit.BenefitEvent;

/** Fines that were not paid yet, each with its notice: it only evolves. */
final class OpenFines {

    private final List<Fine> open = new ArrayList<>();
    private final Set<Payment> paid = new HashSet<>();

    /** A fine in yuan, and when its notice was served. */
    record Fine(BigDecimal amount, LocalDate noticeServedOn) {}

    private record Payment(BigDecimal amount, String receipt) {}

    /** Of an erased person nothing is open any more. */
    void on(BenefitEvent.Fined fined) {
        BigDecimal amount = fined.fine();
        if (amount != null) {
            open.add(new Fine(amount, fined.noticeServedOn()));
        }
    }

    /** There were times when one receipt stood for all that was open. */
    void on(BenefitEvent.FineCollected collected) {
        BigDecimal amount = collected.fine();
        if (amount == null) {
            return;
        }
        paid.add(new Payment(amount, collected.receipt()));
        Optional<Fine> exactly = oldest(amount);
        if (exactly.isPresent()) {
            open.remove(exactly.get());
            return;
        }
        BigDecimal left = amount;
        while (!open.isEmpty() && open.get(0).amount().compareTo(left) <= 0) {
            left = left.subtract(open.remove(0).amount());
        }
    }

    /** The oldest of this amount; empty where none is open. */
    Optional<Fine> oldest(BigDecimal amount) {
        return open.stream().filter(it -> it.amount().compareTo(amount) == 0).findFirst();
    }

    /** Whether a fine of this amount was paid with this receipt. */
    boolean wasPaid(BigDecimal amount, String receipt) {
        return paid.contains(new Payment(amount, receipt));
    }
}
