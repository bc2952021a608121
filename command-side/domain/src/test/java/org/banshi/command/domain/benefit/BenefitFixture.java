package org.banshi.command.domain.benefit;

import static org.banshi.command.domain.invented.People.LIN;
import static org.banshi.command.domain.invented.People.PROCESS;
import static org.banshi.command.domain.invented.People.TOWN;
import static org.banshi.command.domain.invented.People.on;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.banshi.catalogue.Catalogue;
import org.banshi.command.contract.application.Remedy;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.benefit.BenefitCommand;
import org.banshi.command.contract.benefit.BenefitEvent;
import org.banshi.command.contract.benefit.BenefitId;
import org.banshi.command.contract.benefit.RunningBenefits;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.command.contract.message.StampMetadata;
import org.banshi.command.domain.application.Remedies;
import org.banshi.command.domain.invented.Calendars;
import org.banshi.command.domain.invented.CaseFixture;
import org.banshi.command.domain.invented.InventedCatalogue;
import org.banshi.command.domain.invented.InventedService;
import org.jspecify.annotations.Nullable;

/** Lin's oil money: 1314.00 yuan a month for three, confirmed on 10 March 2026. */
final class BenefitFixture {

    static final BenefitId BENEFIT = new BenefitId("00000000-0000-0000-0000-000000000007");
    static final ServiceVersion SERVICE = new ServiceVersion("lantern-permit", 3);
    static final String REVIEW = "oil-review";
    static final String RULE = "灯油办法（虚构） 第三条";
    static final String DAY = "2026-03-10";

    private final List<GenericEventMessage<BenefitEvent>> story = new ArrayList<>();
    private InventedService item = InventedService.lanternPermit();
    private RunningBenefits running = RunningBenefits.NONE;

    static BenefitFixture granted() {
        return granted(6, "2026-09-10");
    }

    static BenefitFixture granted(@Nullable Integer reviewEvery, @Nullable String due) {
        return new BenefitFixture().given(grantedEvent(reviewEvery, due(due), null));
    }

    static BenefitFixture nothing() {
        return new BenefitFixture();
    }

    BenefitFixture given(BenefitEvent event) {
        return given(DAY, event);
    }

    BenefitFixture given(String day, BenefitEvent event) {
        story.add(
                new GenericEventMessage<>(event).withMetaData(StampMetadata.of(on(day, PROCESS))));
        return this;
    }

    /** Granted by {@code offered}, as it is now. */
    BenefitFixture by(InventedService offered) {
        item = offered;
        return this;
    }

    /** Lin has another of the kind by now. */
    BenefitFixture besideAnother() {
        running =
                (applicant, kind, whose) ->
                        Optional.of(new BenefitId("00000000-0000-0000-0000-000000000070"));
        return this;
    }

    Then when(BenefitCommand command) {
        AggregateTestFixture<Benefit> fixture = new AggregateTestFixture<>(Benefit.class);
        fixture.registerInjectableResource((Catalogue) new InventedCatalogue(item));
        fixture.registerInjectableResource(running);
        return new Then(
                story.isEmpty()
                        ? fixture.givenNoPriorActivity().when(command)
                        : fixture.given(story.toArray()).when(command));
    }

    record Then(ResultValidator<Benefit> result) {

        void happens(BenefitEvent... events) {
            result.expectSuccessfulHandlerExecution().expectEvents((Object[]) events);
        }

        void nothingHappens() {
            result.expectSuccessfulHandlerExecution().expectNoEvents();
        }

        void refused(String code) {
            result.expectException(RefusedException.class)
                    .expectExceptionMessage(code)
                    .expectNoEvents();
        }
    }

    static BenefitCommand.Grant grant(
            String amount,
            String firstMonth,
            @Nullable String arrears,
            @Nullable Integer months,
            @Nullable Integer reviewEvery) {
        return new BenefitCommand.Grant(
                BENEFIT,
                CaseFixture.CASE,
                LIN,
                SERVICE,
                TOWN,
                "oil-money",
                yuan(amount),
                LocalDate.parse(firstMonth),
                arrears == null ? null : yuan(arrears),
                months,
                3,
                reviewEvery,
                REVIEW,
                null,
                null,
                on(DAY, PROCESS));
    }

    static BenefitEvent.Granted grantedEvent(
            @Nullable Integer reviewEvery, @Nullable DueDate due, @Nullable String lastMonth) {
        return new BenefitEvent.Granted(
                BENEFIT,
                LIN,
                CaseFixture.CASE,
                SERVICE,
                TOWN,
                "oil-money",
                yuan("1314.00"),
                LocalDate.parse("2026-04-01"),
                null,
                lastMonth == null ? null : LocalDate.parse(lastMonth),
                3,
                reviewEvery,
                due,
                REVIEW);
    }

    static BenefitEvent.Stopped stopped(String lastMonth, String served) {
        return new BenefitEvent.Stopped(
                BENEFIT,
                LIN,
                LocalDate.parse(lastMonth),
                "搬离",
                RULE,
                LocalDate.parse(served),
                remedies(served),
                null,
                null,
                "oil-money");
    }

    static List<Remedy> remedies(String served) {
        return Remedies.from(LocalDate.parse(served), Remedies.OPEN, Calendars.of2026());
    }

    static @Nullable DueDate due(@Nullable String day) {
        return day == null ? null : CaseFixture.due(day);
    }

    static BigDecimal yuan(String amount) {
        return new BigDecimal(amount);
    }
}
