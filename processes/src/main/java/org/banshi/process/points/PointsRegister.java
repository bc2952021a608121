package org.banshi.process.points;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.banshi.catalogue.ReferenceData;
import org.banshi.command.contract.application.ApplicationEvent.Applied;
import org.banshi.command.contract.application.ApplicationEvent.RegisterAsked;
import org.banshi.command.contract.application.Authority;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.RegisterOutcome;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.points.PermitYears;
import org.banshi.command.contract.points.PointsAccountId;
import org.banshi.command.contract.points.PointsCommand;
import org.banshi.command.contract.settlement.CandidacyId;
import org.banshi.command.contract.settlement.RoundEvent;
import org.banshi.command.contract.settlement.RoundId;
import org.banshi.process.errand.CaseStory;
import org.banshi.process.register.RegisterPort;
import org.jspecify.annotations.Nullable;

/**
 * The register of points accounts: what a case asks of it, it answers from the log, after the
 * account was added up as of today. Every other register is asked behind it.
 *
 * <p>The answer: {@code status} ({@code none}, {@code active}, {@code suspended}, {@code lapsed},
 * {@code barred}), {@code adjusting}, {@code scored}, {@code total}, {@code settlement}, {@code
 * base}, {@code penalised}, {@code provisional}, {@code born}, {@code medicalMonths}, {@code
 * insuranceMonths} (of the kind with the fewest), {@code permitMonths}; and of this year's round of
 * the city {@code open} and {@code entered} ({@code yes}, {@code no}), whether the person was in it
 * before, {@code round}, {@code candidacy}, {@code year}.
 */
public final class PointsRegister implements RegisterPort {

    /** Its name in a package. */
    public static final String NAME = ReferenceData.POINTS_ACCOUNTS;

    private static final List<String> INSURANCES =
            List.of("pension", "medical", "unemployment", "injury", "maternity");

    private final RegisterPort others;
    private final EventStore events;
    private final CommandGateway commands;
    private final CaseStory story;
    private final BusinessClock clock;

    public PointsRegister(
            RegisterPort others, EventStore events, CommandGateway commands, BusinessClock clock) {
        this.others = others;
        this.events = events;
        this.commands = commands;
        this.story = new CaseStory(events);
        this.clock = clock;
    }

    @Override
    public Answer ask(String register, FormData about, Authority authority) {
        return others.ask(register, about, authority);
    }

    @Override
    public Answer ask(RegisterAsked question) {
        return question.register().equals(NAME) ? answer(question) : others.ask(question);
    }

    private Answer answer(RegisterAsked question) {
        LocalDate today = clock.today();
        AccountFold account = upToDate(PointsAccountId.of(question.subject()));
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("status", account.status(today));
        data.put("adjusting", account.adjusting() ? "yes" : "no");
        data.put("scored", account.score() == null ? "no" : "yes");
        if (account.score() != null) {
            data.put("total", account.score().total());
            data.put("settlement", account.score().settlement());
            data.put("base", account.score().base());
            data.put("penalised", account.score().barred() ? "yes" : "no");
            data.put("provisional", account.score().provisional());
        }
        LocalDate born = account.birthDate();
        if (born != null) {
            data.put("born", born.toString());
        }
        data.put("medicalMonths", months(account, "medical"));
        data.put(
                "insuranceMonths",
                INSURANCES.stream().mapToInt(it -> months(account, it)).min().orElse(0));
        data.put("permitMonths", permitMonths(account, today));
        round(question, today, data);
        return new Answer(RegisterOutcome.ANSWERED, new FormData(data));
    }

    /** With what age and time changed since the score was published: nobody is judged by less. */
    private AccountFold upToDate(PointsAccountId id) {
        AccountFold account = read(id);
        if (account.score() == null) {
            return account;
        }
        commands.sendAndWait(
                new PointsCommand.Recalculate(id, new Stamp(clock.now(), Actor.system(NAME))));
        return read(id);
    }

    private AccountFold read(PointsAccountId id) {
        AccountFold account = new AccountFold();
        events.readEvents(id.value())
                .asStream()
                .forEach(message -> account.on(message.getPayload()));
        return account;
    }

    private void round(
            RegisterAsked question, LocalDate today, Map<String, @Nullable Object> data) {
        Applied applied =
                story.last(question.application(), Applied.class, it -> true)
                        .orElseThrow(() -> new IllegalStateException("a question without a case"));
        RoundId round = RoundId.of(applied.region(), today.getYear());
        boolean open =
                events.readEvents(round.value())
                        .asStream()
                        .map(message -> (Object) message.getPayload())
                        .reduce(
                                false,
                                (before, event) ->
                                        event instanceof RoundEvent.RoundOpened opened
                                                ? !today.isBefore(opened.from())
                                                        && !today.isAfter(opened.until())
                                                : before
                                                        && !(event
                                                                instanceof RoundEvent.RankingBegun),
                                (first, second) -> second);
        data.put("open", open ? "yes" : "no");
        data.put("round", round.value());
        CandidacyId candidacy = CandidacyId.of(round, question.subject());
        boolean entered = events.readEvents(candidacy.value()).hasNext();
        data.put("entered", entered ? "yes" : "no");
        data.put("candidacy", candidacy.value());
        data.put("year", today.getYear());
    }

    private static int months(AccountFold account, String insurance) {
        return account.fact("insurance", insurance) instanceof Number months
                ? new BigDecimal(months.toString()).intValue()
                : 0;
    }

    private static int permitMonths(AccountFold account, LocalDate today) {
        LocalDate since = day(account.fact(PermitYears.INDICATOR, "since"));
        LocalDate to = day(account.fact(PermitYears.INDICATOR, "countedTo"));
        LocalDate until = to == null || to.isAfter(today) ? today : to;
        return since == null ? 0 : (int) Math.max(0, ChronoUnit.MONTHS.between(since, until));
    }

    private static @Nullable LocalDate day(@Nullable Object value) {
        try {
            return value == null ? null : LocalDate.parse(value.toString());
        } catch (DateTimeException noDay) {
            return null;
        }
    }
}
