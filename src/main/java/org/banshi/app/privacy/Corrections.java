package org.banshi.app.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.app.access.Looked;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.person.Masks;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.privacy.CorrectionField;
import org.banshi.command.contract.privacy.PrivacyCommand;
import org.banshi.command.contract.privacy.PrivacyId;
import org.banshi.command.contract.text.Text;
import org.banshi.eventstore.PersonalData;
import org.banshi.process.work.RootWork;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Corrections of what is kept of a person (PIPL article 46): asked for by the person, looked at by
 * an officer of the region that was chosen, and carried out in the transaction of the event.
 */
@Component
public class Corrections {

    /** Shown at a time; the others follow when these are decided. */
    private static final int PAGE = 50;

    private static final Refusal GONE =
            Refusal.of(
                    "correction-not-asked",
                    Text.of("没有待处理的更正申请。", "Nothing waits to be corrected."),
                    Text.of("请刷新页面。", "Load the page again."));

    private final JdbcClient jdbc;
    private final PersonalData personal;
    private final AccountCorrector accounts;
    private final CommandGateway commands;
    private final RootWork root;
    private final BusinessClock clock;

    public Corrections(
            JdbcClient jdbc,
            PersonalData personal,
            AccountCorrector accounts,
            CommandGateway commands,
            RootWork root,
            BusinessClock clock) {
        this.jdbc = jdbc;
        this.personal = personal;
        this.accounts = accounts;
        this.commands = commands;
        this.root = root;
        this.clock = clock;
    }

    /**
     * A correction.
     *
     * @param wanted what it should be; null once the person was erased
     * @param granted null while it waits
     * @param answer why it was decided so
     */
    public record Correction(
            UUID id,
            CorrectionField field,
            @Nullable String wanted,
            @Nullable String reason,
            Instant asked,
            @Nullable Boolean granted,
            @Nullable String answer,
            @Nullable Instant decided) {
        /** Personal by nature: never prints its values. */
        @Override
        public String toString() {
            return "Correction[" + id + "]";
        }
    }

    /**
     * What an officer looks at.
     *
     * @param name of the person, with which papers are compared; null once erased
     * @param identity the number on record, masked
     * @param recorded what is on record in place of what is wanted
     */
    public record Waiting(
            Correction correction,
            @Nullable String name,
            @Nullable String identity,
            @Nullable String recorded) {
        /** Personal by nature: never prints its values. */
        @Override
        public String toString() {
            return "Waiting[" + correction.id() + "]";
        }
    }

    private record Row(PersonId person, String wanted, CorrectionField field, RegionCode region) {}

    /**
     * Asks for it.
     *
     * @param id what was asked under the same one before is not asked again
     * @throws RefusedException when the rules are against it
     */
    public void ask(
            Actor by,
            PersonId person,
            CorrectionField field,
            String value,
            String reason,
            RegionCode region,
            UUID id) {
        if (isThere(id, person)) {
            return;
        }
        Stamp stamp = new Stamp(clock.now(), by);
        String wanted = value.strip();
        root.run(
                stamp,
                () -> {
                    commands.sendAndWait(
                            new PrivacyCommand.AskCorrection(
                                    PrivacyId.of(person),
                                    person,
                                    field,
                                    wanted,
                                    reason,
                                    region,
                                    stamp));
                    jdbc.sql(
                                    """
                                    INSERT INTO correction (id, person, field, region, wanted,
                                        reason, asked_at)
                                    VALUES (?, ?, ?, ?, ?, ?, ?)
                                    ON CONFLICT (id) DO NOTHING
                                    """)
                            .params(
                                    id,
                                    person.value(),
                                    field.name(),
                                    region.value(),
                                    personal.encrypt(person, wanted),
                                    personal.encrypt(person, reason),
                                    stamp.at().atOffset(ZoneOffset.UTC))
                            .update();
                    return id;
                });
    }

    /**
     * Decides it, and corrects what it is about. Of two answers at the same moment one counts.
     *
     * @param impartial whether the officer declares not to be concerned
     * @throws RefusedException when nothing waits there, or the rules are against it
     */
    public void decide(Actor by, UUID id, boolean granted, boolean impartial, String answer) {
        Row row = row(by, id).orElseThrow(() -> new RefusedException(GONE));
        Looked.atPerson(row.person().value());
        Stamp stamp = new Stamp(clock.now(), by);
        root.run(
                stamp,
                () -> {
                    commands.sendAndWait(
                            new PrivacyCommand.DecideCorrection(
                                    PrivacyId.of(row.person()), granted, impartial, answer, stamp));
                    int waited =
                            jdbc.sql(
                                            "UPDATE correction SET granted = ?, answer = ?,"
                                                    + " decided_at = ?"
                                                    + " WHERE id = ? AND granted IS NULL")
                                    .params(
                                            granted,
                                            personal.encrypt(row.person(), answer),
                                            stamp.at().atOffset(ZoneOffset.UTC),
                                            id)
                                    .update();
                    if (waited == 0) {
                        throw new RefusedException(GONE);
                    }
                    if (granted) {
                        accounts.correct(row.person(), row.field(), row.wanted());
                    }
                    return id;
                });
    }

    private boolean isThere(UUID id, PersonId person) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM correction WHERE id = ? AND person = ?)")
                .params(id, person.value())
                .query(Boolean.class)
                .single();
    }

    /** All of a person, the newest first. */
    public List<Correction> of(PersonId person) {
        return jdbc.sql("SELECT * FROM correction WHERE person = ? ORDER BY asked_at DESC")
                .param(person.value())
                .query((row, number) -> read(row))
                .list();
    }

    /**
     * What waits for an officer of a region, the oldest first; the journal of access knows whose.
     */
    public List<Waiting> waiting(RegionCode region) {
        return jdbc.sql(
                        """
                        SELECT * FROM correction
                        WHERE granted IS NULL AND starts_with(region, ?)
                        ORDER BY asked_at LIMIT ?
                        """)
                .params(region.prefix(), PAGE)
                .query(
                        (row, number) -> {
                            String person = row.getString("person");
                            Looked.atPerson(person);
                            return waiting(
                                    read(row), accounts.details(new PersonId(person)).orElse(null));
                        })
                .list();
    }

    private static Waiting waiting(Correction correction, @Nullable Applicant known) {
        if (known == null) {
            return new Waiting(correction, null, null, null);
        }
        return new Waiting(
                correction,
                known.name(),
                Masks.identityNumber(known.identityNumber()),
                switch (correction.field()) {
                    case NAME -> known.name();
                    case PHONE -> known.phone();
                    case EMAIL -> known.email();
                });
    }

    private Optional<Row> row(Actor by, UUID id) {
        return jdbc.sql("SELECT * FROM correction WHERE id = ? AND granted IS NULL")
                .param(id)
                .query(
                        (row, number) ->
                                new Row(
                                        new PersonId(row.getString("person")),
                                        personal.decrypt(row.getString("wanted")).orElse(""),
                                        CorrectionField.valueOf(row.getString("field")),
                                        new RegionCode(row.getString("region"))))
                .optional()
                .filter(row -> by.region() != null && by.region().covers(row.region()));
    }

    private Correction read(ResultSet row) throws SQLException {
        String answer = row.getString("answer");
        OffsetDateTime decided = row.getObject("decided_at", OffsetDateTime.class);
        return new Correction(
                row.getObject("id", UUID.class),
                CorrectionField.valueOf(row.getString("field")),
                personal.decrypt(row.getString("wanted")).orElse(null),
                personal.decrypt(row.getString("reason")).orElse(null),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getObject("granted", Boolean.class),
                answer == null ? null : personal.decrypt(answer).orElse(null),
                decided == null ? null : decided.toInstant());
    }
}
