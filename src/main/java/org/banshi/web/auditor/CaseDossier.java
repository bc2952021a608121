package org.banshi.web.auditor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.banshi.app.audit.Audits;
import org.banshi.app.audit.WholeCheck;
import org.banshi.app.audit.look.Purpose;
import org.banshi.app.casefile.CaseMoment;
import org.banshi.app.letter.LetterText;
import org.banshi.app.letter.LetterText.Part;
import org.banshi.app.letter.LetterText.Style;
import org.banshi.catalogue.FactNames;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.text.Text;
import org.banshi.query.contract.progress.Progress;
import org.banshi.web.officer.MomentFile;
import org.banshi.web.officer.MomentLines;
import org.banshi.web.page.Words;

/** A case file as it is printed: what was known, every event with its hash, and the proof. */
final class CaseDossier {

    private final Words say;
    private final List<Part> parts = new ArrayList<>();

    private CaseDossier(Words say) {
        this.say = say;
    }

    /**
     * The text.
     *
     * @param moment the case as it is now
     * @param events all of them
     * @param whole the newest verification of the whole log
     * @param names what decisions are called
     * @param by account that takes the file
     */
    static LetterText of(
            CaseMoment moment,
            List<EventRow> events,
            Audits.Evidence evidence,
            Optional<WholeCheck> whole,
            ServiceDefinition service,
            FactNames names,
            Purpose purpose,
            String by,
            Words say) {
        CaseDossier dossier = new CaseDossier(say);
        dossier.head(moment, purpose, by);
        dossier.known(moment, service, names);
        dossier.events(events);
        dossier.proof(evidence);
        dossier.limit(whole);
        Progress progress = moment.progress();
        String number = say.of(Text.of("编号：", "Number: ")) + progress.number();
        return new LetterText(
                say.tag(),
                say.of(Text.of("审计档案", "Audit file")),
                say.of(progress.serviceName()),
                number,
                dossier.parts,
                "",
                "",
                number,
                say.of(Text.of("第 %1$d 页 共 %2$d 页", "Page %1$d of %2$d")));
    }

    private void head(CaseMoment moment, Purpose purpose, String by) {
        line(Text.of("查阅依据", "Order"), purpose.reference() + " · " + purpose.reason());
        line(Text.of("导出账号", "Taken by"), by);
        line(
                Text.of("截至日志位置", "Up to position"),
                moment.position() + " · " + say.precise(moment.happened().recordedAt()));
        line(
                Text.of("固定的版本", "Version"),
                "%s v%d · %s"
                        .formatted(
                                moment.setting().pinned().service(),
                                moment.setting().pinned().version(),
                                moment.setting().hash()));
    }

    private void known(CaseMoment moment, ServiceDefinition service, FactNames names) {
        heading(Text.of("一、办理情况", "1 Where it stands"));
        Progress progress = moment.progress();
        parts.add(new Part(Style.PLAIN, say.of(progress.now())));
        progress.result().forEach(it -> line(it.label(), say.month(it.value())));
        if (progress.reason() != null) {
            line(Text.of("理由", "Reason"), say.of(progress.reason()));
        }
        heading(Text.of("二、表单、任务和判定", "2 Form, tasks and decisions"));
        if (moment.file().applicant() != null) {
            line(Text.of("申请人", "Applicant"), moment.file().applicant().name());
        }
        Map<String, String> steps = MomentFile.steps(service, say);
        MomentLines.of(moment, service, names, steps, say, true)
                .forEach((label, value) -> parts.add(new Part(Style.ITEM, label + "：" + value)));
    }

    private void events(List<EventRow> events) {
        heading(Text.of("三、全部事件", "3 All events"));
        for (EventRow row : events) {
            String detail = say.of(row.entry().detail());
            parts.add(
                    new Part(
                            Style.PLAIN,
                            "%d · %s · %s · %s"
                                    .formatted(
                                            row.entry().position(),
                                            say.precise(row.entry().at()),
                                            say.of(row.entry().title()),
                                            row.entry().actor())));
            StringBuilder note = new StringBuilder(row.entry().event());
            if (!detail.isEmpty()) {
                note.append(" · ").append(detail);
            }
            if (!row.ground().isEmpty()) {
                note.append(" · ").append(row.ground());
            }
            note.append(" · ").append(row.version()).append(" · ").append(row.leaf());
            parts.add(new Part(Style.NOTE, note.toString()));
        }
    }

    private void proof(Audits.Evidence evidence) {
        heading(Text.of("四、证明", "4 Proof"));
        Text found =
                evidence.found().good()
                        ? Text.of("本件的事件与写入时一致。", "The events are as they were written.")
                        : Text.of("有事件与写入时不一致！", "Events are not as they were written!");
        parts.add(new Part(Style.PLAIN, say.of(found)));
        line(
                Text.of("位置", "Position"),
                evidence.proof().position() + " · " + evidence.proof().leaf());
        evidence.proof().path().forEach(it -> parts.add(new Part(Style.NOTE, it)));
        line(
                Text.of("根", "Root"),
                evidence.proof().checkpoint().size()
                        + " · "
                        + evidence.proof().checkpoint().root());
        line(Text.of("检查点", "Checkpoint"), "");
        parts.add(new Part(Style.NOTE, evidence.line()));
        line(Text.of("公钥", "Public key"), "");
        parts.add(new Part(Style.NOTE, evidence.publicKey()));
        parts.add(
                new Part(
                        Style.NOTE,
                        say.of(
                                Text.of(
                                        "每个事件后的散列是它在日志默克尔树（RFC 6962）中的叶；各事件的证明在同一办件的 NDJSON 中。",
                                        "The hash behind each event is its leaf in the log's Merkle"
                                                + " tree (RFC 6962); the proof of each is in the"
                                                + " NDJSON of the same case."))));
    }

    /** What the proof of one case does not show. */
    private void limit(Optional<WholeCheck> whole) {
        Text before =
                whole.map(
                                it ->
                                        it.good()
                                                ? Text.of(
                                                        "最近一次全日志核验与写入时一致：%s，%d 个事件。",
                                                        "The whole log was last verified on %s: %d"
                                                                + " events, as they were written.")
                                                : Text.of(
                                                        "最近一次全日志核验发现不一致！%s，%d 个事件。",
                                                        "The whole log was last verified on %s: of"
                                                                + " %d events, some are not as they"
                                                                + " were written!"))
                        .orElse(
                                Text.of(
                                        "此前未在审计台核验过整个日志。",
                                        "The whole log was never verified in the console before."));
        String told =
                whole.map(it -> say.of(before).formatted(say.precise(it.ended()), it.events()))
                        .orElseGet(() -> say.of(before));
        Text limit =
                Text.of(
                        "本页只核验本件自己的事件，不能发现最后的事件被移走或删去；须用 verify --case 核验到日志末尾，或核验整个日志。",
                        "Only the case's own events were looked at here. That its last ones were"
                                + " not moved or removed verify --case tells, which goes to the"
                                + " log's end, or a verification of the whole log.");
        parts.add(new Part(Style.NOTE, say.of(limit) + " " + told));
    }

    private void heading(Text text) {
        parts.add(new Part(Style.HEADING, say.of(text)));
    }

    private void line(Text label, String value) {
        parts.add(new Part(Style.PLAIN, say.of(label) + (value.isEmpty() ? "" : "：" + value)));
    }
}
