package org.banshi.command.domain.arbitration;

import static org.banshi.command.domain.arbitration.ArbitrationCases.DIRECTOR;
import static org.banshi.command.domain.arbitration.ArbitrationCases.DOCKET;
import static org.banshi.command.domain.arbitration.ArbitrationCases.FACTORY;
import static org.banshi.command.domain.arbitration.ArbitrationCases.heard;
import static org.banshi.command.domain.arbitration.ArbitrationCases.served;
import static org.banshi.command.domain.invented.CaseFixture.CASE;
import static org.banshi.command.domain.invented.People.LIN;
import static org.banshi.command.domain.invented.People.LIN_SELF;
import static org.banshi.command.domain.invented.People.PROCESS;
import static org.banshi.command.domain.invented.People.on;

import java.time.LocalDate;
import java.util.List;
import org.banshi.command.contract.application.Material;
import org.banshi.command.contract.arbitration.ArbitrationCommand.FileEvidence;
import org.banshi.command.contract.arbitration.ArbitrationCommand.Serve;
import org.banshi.command.contract.arbitration.ArbitrationEvent;
import org.banshi.command.contract.arbitration.ServedDocument;
import org.banshi.command.contract.arbitration.ServiceWay;
import org.banshi.command.contract.message.Actor;
import org.junit.jupiter.api.Test;

/** Evidence that parties file, and that is served on the other side alone. */
class EvidenceTest {

    private static final List<Material> PAYSLIP =
            List.of(new Material("m-1", "evidence", "00", "application/pdf", 10));

    @Test
    void is_filed_by_its_party_and_numbered_over_the_whole_case() {
        served().when(file("a1", PAYSLIP, LIN_SELF)).happens(payslip());
        served().given("2026-09-24", PROCESS, payslip())
                .when(file("r1", PAYSLIP, DOCKET))
                .happens(
                        new ArbitrationEvent.EvidenceFiled(CASE, FACTORY, "r1", 2, PAYSLIP, "工资条"));
    }

    @Test
    void is_filed_by_nobody_else_not_empty_and_not_after_the_hearing() {
        served().when(file("a1", PAYSLIP, DIRECTOR)).refused("not-the-party");
        served().when(file("r9", PAYSLIP, DOCKET)).refused("party-unknown");
        served().when(file("a1", List.of(), LIN_SELF)).refused("evidence-empty");
        heard().when(file("a1", PAYSLIP, LIN_SELF)).refused("heard-already");
    }

    @Test
    void is_served_on_the_other_side_and_never_on_its_own() {
        served().given("2026-09-24", PROCESS, payslip())
                .when(
                        new Serve(
                                CASE,
                                ServedDocument.EVIDENCE,
                                null,
                                LocalDate.parse("2026-09-25"),
                                ServiceWay.DIRECT,
                                "receipt 2",
                                on("2026-09-25", DOCKET)))
                .happens(
                        new ArbitrationEvent.DocumentServed(
                                CASE,
                                FACTORY,
                                "r1",
                                ServedDocument.EVIDENCE,
                                1,
                                LocalDate.parse("2026-09-25"),
                                ServiceWay.DIRECT,
                                "receipt 2",
                                null,
                                List.of()));
    }

    private static ArbitrationEvent payslip() {
        return new ArbitrationEvent.EvidenceFiled(CASE, LIN, "a1", 1, PAYSLIP, "工资条");
    }

    private static FileEvidence file(String party, List<Material> materials, Actor by) {
        return new FileEvidence(CASE, party, materials, "工资条", on("2026-09-24", by));
    }
}
