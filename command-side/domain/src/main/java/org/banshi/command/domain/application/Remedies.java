package org.banshi.command.domain.application;

import java.time.LocalDate;
import java.util.List;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.application.Remedy;
import org.banshi.command.contract.application.TermUnit;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.calendar.WorkingCalendar;
import org.banshi.command.contract.text.Text;
import org.banshi.command.domain.arbitration.ArbitrationActs;
import org.banshi.command.domain.arbitration.ArbitrationRemedies;
import org.jspecify.annotations.Nullable;

/** The ways to contest an administrative decision (domain rules §1.4). */
public final class Remedies {

    private static final String RECONSIDERATION = "reconsideration";
    private static final String LITIGATION = "litigation";

    /** Before delivery: without last days. */
    public static final List<Remedy> OPEN =
            List.of(
                    new Remedy(
                            RECONSIDERATION,
                            Text.of(
                                    "自收到决定之日起六十日内，可以向行政复议机关申请行政复议。",
                                    "Reconsideration by the reconsideration authority, within 60"
                                            + " days of receiving the decision."),
                            null,
                            "《中华人民共和国行政复议法》第二十条"),
                    new Remedy(
                            LITIGATION,
                            Text.of(
                                    "自收到决定之日起六个月内，可以向人民法院提起行政诉讼。",
                                    "Litigation before the people's court, within six months of"
                                            + " receiving the decision."),
                            null,
                            "《中华人民共和国行政诉讼法》第四十六条"));

    private Remedies() {}

    /** What is open against a refusal of the item's body, without last days. */
    static List<Remedy> open(ServiceDefinition definition) {
        return ArbitrationActs.concerns(definition) ? ArbitrationRemedies.OF_A_REFUSAL : OPEN;
    }

    /** What is open against the item's rejection, without last days. */
    static List<Remedy> ofRejection(ServiceDefinition definition) {
        return ArbitrationActs.concerns(definition) ? ArbitrationRemedies.OF_A_DENIAL : OPEN;
    }

    /** The same remedies with their last days, counted from delivery. */
    public static List<Remedy> from(
            LocalDate delivery, List<Remedy> remedies, WorkingCalendar calendar) {
        return remedies.stream().map(remedy -> from(delivery, remedy, calendar)).toList();
    }

    private static Remedy from(LocalDate delivery, Remedy remedy, WorkingCalendar calendar) {
        @Nullable DueDate lastDay =
                switch (remedy.code()) {
                    case ArbitrationRemedies.WITHOUT_TERM -> null;
                    case RECONSIDERATION -> calendar.due(delivery, 60, TermUnit.CALENDAR_DAYS);
                    case LITIGATION -> calendar.due(delivery, 6, TermUnit.MONTHS);
                    default -> throw new IllegalStateException("no term for " + remedy.code());
                };
        return new Remedy(remedy.code(), remedy.where(), lastDay, remedy.rule());
    }
}
