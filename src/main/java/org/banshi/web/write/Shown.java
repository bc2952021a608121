package org.banshi.web.write;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.banshi.app.access.Looked;
import org.banshi.query.contract.casefile.CaseFile;
import org.banshi.query.contract.caseload.DueCase;
import org.banshi.query.contract.certificate.CertificateRecord;
import org.banshi.query.contract.dispute.Dispute;
import org.banshi.query.contract.dispute.Docket;
import org.banshi.query.contract.dispute.HearingRow;
import org.banshi.query.contract.dispute.Seat;
import org.banshi.query.contract.points.ObjectionRow;
import org.banshi.query.contract.points.PointsAccountView;
import org.banshi.query.contract.progress.Progress;
import org.banshi.query.contract.worklist.IncidentRow;
import org.banshi.query.contract.worklist.WorkItemRow;

/**
 * Tells the journal of access whose data an answer shows. What is not listed names nobody, or only
 * whoever asks or the case in the path, which the journal knows.
 */
final class Shown {

    private static final Map<Class<?>, Consumer<Object>> NOTES =
            Map.ofEntries(
                    cases(Progress.class, Progress::number),
                    cases(Progress.Glimpse.class, Progress.Glimpse::number),
                    cases(Progress.Row.class, Progress.Row::number),
                    cases(CaseFile.class, CaseFile::number),
                    cases(DueCase.class, DueCase::number),
                    cases(WorkItemRow.class, WorkItemRow::number),
                    cases(IncidentRow.class, IncidentRow::number),
                    cases(Dispute.class, Dispute::number),
                    cases(Docket.class, Docket::number),
                    cases(HearingRow.class, HearingRow::number),
                    cases(Seat.class, Seat::number),
                    persons(PointsAccountView.class, PointsAccountView::person),
                    persons(ObjectionRow.class, ObjectionRow::person),
                    persons(CertificateRecord.class, it -> it.holder().value()));

    private Shown() {}

    static void note(Object answer) {
        Consumer<Object> note = NOTES.get(answer.getClass());
        if (note != null) {
            note.accept(answer);
        }
    }

    private static <T> Map.Entry<Class<?>, Consumer<Object>> cases(
            Class<T> type, Function<T, String> number) {
        return Map.entry(type, answer -> Looked.atCase(number.apply(type.cast(answer))));
    }

    private static <T> Map.Entry<Class<?>, Consumer<Object>> persons(
            Class<T> type, Function<T, String> person) {
        return Map.entry(type, answer -> Looked.atPerson(person.apply(type.cast(answer))));
    }
}
