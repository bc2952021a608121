package org.banshi.web.auditor;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.banshi.app.audit.Audits;
import org.banshi.app.casefile.CaseMoment;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.Channel;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.text.Text;
import org.banshi.eventstore.Recorded;
import org.banshi.eventstore.tree.Checkpoint;
import org.banshi.eventstore.tree.Finding;
import org.banshi.eventstore.tree.Verification;
import org.banshi.query.contract.progress.Progress;
import org.banshi.query.contract.timeline.TimelineEntry;
import org.banshi.web.Samples;

/** A case with its log and proof, as auditors look at it. */
final class AuditSamples {

    static final Checkpoint CHECKPOINT =
            new Checkpoint("banshi", 42, "ab".repeat(32), "cd".repeat(32), Samples.THEN, "k", "s");

    static final TimelineEntry ENTRY =
            new TimelineEntry(
                    3,
                    0,
                    "application.applied",
                    Text.of("申请", "Application"),
                    Samples.THEN,
                    Samples.THEN,
                    "CITIZEN",
                    "li-mei",
                    null,
                    null);

    static final Recorded APPLIED =
            new Recorded(
                    1,
                    "application",
                    Samples.APPLICATION,
                    0,
                    Samples.THEN,
                    "application.applied",
                    new ApplicationEvent.Applied(
                            new ApplicationId(Samples.APPLICATION),
                            Samples.PERSON,
                            Samples.NUMBER,
                            new ServiceVersion(Samples.SERVICE, 1),
                            new RegionCode("440106"),
                            Channel.PC,
                            new Applicant("李梅", "440106190503120625", "13800000001", null),
                            FormData.empty(),
                            List.of(),
                            "ABCD2345"),
                    new Stamp(Samples.THEN, Actor.system("engine")),
                    Map.of());

    static final Recorded DECIDED =
            new Recorded(
                    3,
                    "application",
                    Samples.APPLICATION,
                    0,
                    Samples.THEN,
                    "application.rule-decided",
                    new ApplicationEvent.RuleDecided(
                            new ApplicationId(Samples.APPLICATION),
                            Samples.PERSON,
                            "eligibility",
                            new ServiceVersion(Samples.SERVICE, 1),
                            LocalDate.of(2026, 9, 10),
                            "edge",
                            false,
                            FormData.empty(),
                            new FormData(Map.of("source", "民发〔2021〕57号"))),
                    new Stamp(Samples.THEN, Actor.system("engine")),
                    Map.of());

    static CaseMoment moment(long position, Progress progress) {
        boolean first = position == 3;
        return new CaseMoment(
                position,
                first ? 1 : 3,
                3,
                3,
                first ? 0 : 5,
                first ? 5 : 0,
                9,
                new CaseMoment.Happened(
                        "application.applied",
                        Text.of("申请", "Application"),
                        Samples.THEN,
                        Samples.THEN,
                        "li-mei"),
                progress,
                Samples.file(FormData.empty()),
                List.of(
                        new CaseMoment.Rule(
                                3,
                                Samples.THEN,
                                "engine",
                                "eligibility",
                                new ServiceVersion(Samples.SERVICE, 1),
                                LocalDate.of(2026, 9, 10),
                                "edge",
                                true,
                                new FormData(
                                        Map.of(
                                                "income",
                                                Map.of(
                                                        "monthly",
                                                        new BigDecimal("1400.50"),
                                                        "members",
                                                        List.of(
                                                                Map.of(
                                                                        "identityNumber",
                                                                        "440106190503120625",
                                                                        "phone",
                                                                        "13800000001"))))),
                                FormData.empty())),
                List.of(
                        new CaseMoment.Task(
                                "task-1",
                                "home-visit",
                                "town",
                                "440106001",
                                null,
                                CaseMoment.TaskState.OPEN,
                                null,
                                null,
                                Samples.THEN,
                                null)),
                List.of(new CaseMoment.Visit("home-visit", Samples.THEN, null, false)),
                new CaseMoment.Setting(
                        new ServiceVersion(Samples.SERVICE, 1), "00", Optional.empty()));
    }

    static Optional<Audits.Evidence> evidence(Finding... findings) {
        return Optional.of(
                new Audits.Evidence(
                        new Verification(3, 1234, 2, "ab".repeat(32), List.of(findings), 0),
                        new Audits.Inclusion(3, "0123", List.of("4567"), CHECKPOINT),
                        "the checkpoint as a line",
                        "the public key"));
    }

    private AuditSamples() {}
}
