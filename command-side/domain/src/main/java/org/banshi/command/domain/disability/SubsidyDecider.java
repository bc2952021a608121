package org.banshi.command.domain.disability;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;
import org.banshi.catalogue.Decision;
import org.banshi.catalogue.NoRuleException;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.benefit.RunningBenefits;
import org.banshi.command.contract.disability.DisabilityCommand.ReckonSubsidy;
import org.banshi.command.contract.disability.DisabilityEvent;
import org.banshi.command.domain.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Reckons the two subsidies (国发〔2015〕52号, domain rules §3.5–3.6): counted from the month of the
 * application, first paid in the month after the approval, with the arrears.
 */
final class SubsidyDecider {

    /** The package's decision on who gets what: {@code both}, {@code living} or {@code nursing}. */
    private static final String AWARD = "award";

    /** The package's decision on what is paid a month, by place and month. */
    private static final String RATE = "rate";

    private static final String BOTH = "both";
    private static final String LIVING = "living";
    private static final String NURSING = "nursing";
    private static final BigDecimal NOTHING = new BigDecimal("0.00");

    private SubsidyDecider() {}

    static Verdict reckon(
            DisabilityCase it,
            ReckonSubsidy command,
            ServiceDefinition definition,
            Map<String, @Nullable Object> facts,
            RunningBenefits running) {
        String award = award(facts);
        boolean living = award.equals(BOTH) || award.equals(LIVING);
        boolean nursing = award.equals(BOTH) || award.equals(NURSING);
        if (!living && !nursing) {
            return Verdict.refused(DisabilityRefusals.NO_SUBSIDY);
        }
        LocalDate first = command.stamp().day().withDayOfMonth(1).plusMonths(1);
        BigDecimal livingArrears = NOTHING;
        BigDecimal nursingArrears = NOTHING;
        boolean provisional = false;
        PaidBefore before = new PaidBefore(it, definition, facts, running);
        LocalDate livingFrom = before.madeGoodFrom(LIVING, first);
        LocalDate nursingFrom = before.madeGoodFrom(NURSING, first);
        try {
            LocalDate month = it.appliedOn().withDayOfMonth(1);
            for (; month.isBefore(first); month = month.plusMonths(1)) {
                Decision rate = definition.decide(RATE, it.region(), month, facts);
                boolean livingDue = living && !month.isBefore(livingFrom);
                boolean nursingDue = nursing && !month.isBefore(nursingFrom);
                livingArrears = livingArrears.add(amount(rate, LIVING, livingDue));
                nursingArrears = nursingArrears.add(amount(rate, NURSING, nursingDue));
                provisional |= rate.provisional();
            }
            Decision rate = definition.decide(RATE, it.region(), first, facts);
            return Verdict.happens(
                    new DisabilityEvent.SubsidyReckoned(
                            it.id(),
                            it.subject(),
                            definition.version(),
                            first,
                            amount(rate, LIVING, living),
                            amount(rate, NURSING, nursing),
                            livingArrears,
                            nursingArrears,
                            provisional || rate.provisional()));
        } catch (NoRuleException gap) {
            return Verdict.refused(DisabilityRefusals.NO_RATE);
        }
    }

    private static String award(Map<String, @Nullable Object> facts) {
        return facts.get(AWARD) instanceof Map<?, ?> award
                ? String.valueOf(award.get("outcome"))
                : "";
    }

    private static BigDecimal amount(Decision rate, String of, boolean granted) {
        Object yuan = rate.outputs().get(of);
        return granted && yuan != null
                ? new BigDecimal(yuan.toString()).setScale(2, RoundingMode.HALF_UP)
                : NOTHING;
    }
}
