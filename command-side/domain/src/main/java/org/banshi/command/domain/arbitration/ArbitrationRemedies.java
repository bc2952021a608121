package org.banshi.command.domain.arbitration;

import java.time.LocalDate;
import java.util.List;
import org.banshi.command.contract.application.Remedy;
import org.banshi.command.contract.application.TermUnit;
import org.banshi.command.contract.arbitration.Finality;
import org.banshi.command.contract.arbitration.Role;
import org.banshi.command.contract.calendar.WorkingCalendar;
import org.banshi.command.contract.text.Text;

/** The ways to contest what an arbitration committee decides (domain rules §5.3, §5.5). */
public final class ArbitrationRemedies {

    private static final int DAYS_TO_SUE = 15;
    private static final int DAYS_TO_SET_ASIDE = 30;
    private static final String SET_ASIDE = "set-aside";

    /** Code of a way on that has no term. */
    public static final String WITHOUT_TERM = "labour-dispute";

    /** Against a refusal to accept, or silence: the court, without a term (调解仲裁法 29). */
    public static final List<Remedy> OF_A_REFUSAL =
            List.of(
                    new Remedy(
                            WITHOUT_TERM,
                            Text.of(
                                    "可以就该劳动争议事项向人民法院提起诉讼。",
                                    "You may bring the dispute before the people's court."),
                            null,
                            "《中华人民共和国劳动争议调解仲裁法》第二十九条"));

    /** Where a settlement is not confirmed: the dispute is still open. */
    public static final List<Remedy> OF_A_DENIAL =
            List.of(
                    new Remedy(
                            WITHOUT_TERM,
                            Text.of(
                                    "可以就该劳动争议申请仲裁。",
                                    "You may bring the dispute before the arbitration committee."),
                            null,
                            "《劳动人事争议仲裁办案规则》第七十八条"));

    private ArbitrationRemedies() {}

    /** Against an award received on {@code day}. */
    static List<Remedy> of(Finality finality, Role role, LocalDate day, WorkingCalendar calendar) {
        return open(finality, role).stream()
                .map(
                        remedy ->
                                new Remedy(
                                        remedy.code(),
                                        remedy.where(),
                                        calendar.due(
                                                day,
                                                remedy.code().equals(SET_ASIDE)
                                                        ? DAYS_TO_SET_ASIDE
                                                        : DAYS_TO_SUE,
                                                TermUnit.CALENDAR_DAYS),
                                        remedy.rule()))
                .toList();
    }

    /** Against an award before it was received: without last days. */
    public static List<Remedy> open(Finality finality, Role role) {
        if (finality == Finality.FINAL && role == Role.EMPLOYER) {
            return List.of(
                    new Remedy(
                            SET_ASIDE,
                            Text.of(
                                    "有法定六种情形之一的，可以自收到裁决书之日起三十日内向仲裁委员会所在地的中级人民法院申请撤销裁决。",
                                    "On one of six grounds, ask the intermediate people's court"
                                            + " within 30 days of receipt to set the award"
                                            + " aside."),
                            null,
                            "《中华人民共和国劳动争议调解仲裁法》第四十九条"));
        }
        String article = finality == Finality.FINAL ? "第四十八条" : "第五十条";
        return List.of(
                new Remedy(
                        "labour-litigation",
                        Text.of(
                                "对裁决不服的，可以自收到裁决书之日起十五日内向人民法院提起诉讼。",
                                "If you disagree, sue before the people's court within 15 days"
                                        + " of receipt."),
                        null,
                        "《中华人民共和国劳动争议调解仲裁法》" + article));
    }
}
