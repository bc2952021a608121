package org.banshi.web.supervisor;

import java.util.List;
import org.banshi.command.contract.text.Text;
import org.banshi.query.contract.caseload.Statistics.Line;
import org.banshi.query.contract.progress.CaseStatus;
import org.jspecify.annotations.Nullable;

/**
 * A line of the table of figures.
 *
 * @param region code of the region that the line is about and that can be looked into; null where
 *     there is none
 * @param widest most cases of any line, which fills the whole bar
 */
public record FigureRow(Line line, Text name, @Nullable String region, long widest) {

    /** The ends that have a column each. */
    public static final List<CaseStatus> ENDS =
            List.of(
                    CaseStatus.APPROVED,
                    CaseStatus.REJECTED,
                    CaseStatus.CLOSED,
                    CaseStatus.ACCEPTANCE_REFUSED,
                    CaseStatus.WITHDRAWN,
                    CaseStatus.TERMINATED);

    public long ended(CaseStatus end) {
        return line.outcomes().getOrDefault(end.key(), 0L);
    }

    /** Of a hundred cases that had a last day, those that ended by it; null without any. */
    public @Nullable Long kept() {
        long dated = line.inTime() + line.late();
        return dated == 0 ? null : line.inTime() * 100 / dated;
    }

    /** Width of a part of the bar, in hundredths of the whole. */
    public double width(long cases) {
        return widest == 0 ? 0 : Math.round(cases * 10_000.0 / widest) / 100.0;
    }

    public double late() {
        return width(line.inTime());
    }

    public double undated() {
        return width(line.inTime() + line.late());
    }
}
