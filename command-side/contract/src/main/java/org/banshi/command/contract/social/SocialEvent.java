package org.banshi.command.contract.social;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.message.Personal;
import org.banshi.command.contract.message.PersonalEvent;
import org.banshi.command.contract.message.Stored;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.jspecify.annotations.Nullable;

/** What social assistance adds to the story of an application. Amounts are yuan a month. */
public sealed interface SocialEvent extends PersonalEvent {

    ApplicationId application();

    @Stored("social.information-checked")
    record InformationChecked(
            ApplicationId application,
            PersonId subject,
            String outcome,
            @Personal BigDecimal monthlyIncome,
            @Personal BigDecimal financialAssets,
            @Personal String report)
            implements SocialEvent {}

    @Stored("social.home-visited")
    record HomeVisited(
            ApplicationId application,
            PersonId subject,
            LocalDate day,
            @Personal List<String> visitors,
            @Personal String findings,
            @Personal BigDecimal evaluatedIncome)
            implements SocialEvent {}

    @Stored("social.opinion-given")
    record OpinionGiven(
            ApplicationId application, PersonId subject, String outcome, @Personal String opinion)
            implements SocialEvent {}

    /**
     * The draw of a spot check; {@link Lot} says how it is repeated. The row is that of the item,
     * the county, the year and the percentage; where {@code service} is null, of an older program,
     * that of the county and year alone.
     */
    @Stored(value = "social.spot-check-drawn", revision = 2)
    record SpotCheckDrawn(
            ApplicationId application,
            PersonId subject,
            @Nullable String service,
            RegionCode county,
            int year,
            int serial,
            String seed,
            int percent,
            boolean drawn)
            implements SocialEvent {}

    @Stored("social.public-notice-posted")
    record PublicNoticePosted(
            ApplicationId application,
            PersonId subject,
            @Personal String name,
            @Personal Integer familySize,
            @Personal BigDecimal amount,
            LocalDate from,
            DueDate until)
            implements SocialEvent {}

    @Stored("social.objection-raised")
    record ObjectionRaised(ApplicationId application, PersonId subject, @Personal String objection)
            implements SocialEvent {}

    @Stored("social.objection-resolved")
    record ObjectionResolved(
            ApplicationId application, PersonId subject, String outcome, @Personal String findings)
            implements SocialEvent {}

    @Stored("social.public-notice-ended")
    record PublicNoticeEnded(ApplicationId application, PersonId subject) implements SocialEvent {}

    /**
     * {@code firstMonth} is the first day of the first month paid; null when the benefit is
     * refused. {@code couples}: who cannot both be confirmed on that day, each {@code
     * kind/hashes/day}; null where nobody shares it, and of an older program.
     */
    @Stored(value = "social.confirmed", revision = 2)
    record Confirmed(
            ApplicationId application,
            PersonId subject,
            String outcome,
            @Nullable String reason,
            @Personal @Nullable BigDecimal monthlyAmount,
            @Nullable LocalDate firstMonth,
            @Personal String opinion,
            @Nullable List<String> couples)
            implements SocialEvent {

        public Confirmed {
            couples = couples == null ? null : List.copyOf(couples);
        }

        public Confirmed(
                ApplicationId application,
                PersonId subject,
                String outcome,
                @Nullable String reason,
                @Nullable BigDecimal monthlyAmount,
                @Nullable LocalDate firstMonth,
                String opinion) {
            this(application, subject, outcome, reason, monthlyAmount, firstMonth, opinion, null);
        }
    }
}
