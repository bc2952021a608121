package org.banshi.command.domain.privacy;

import static org.banshi.command.domain.verdict.Verdict.happens;
import static org.banshi.command.domain.verdict.Verdict.refused;

import java.util.Optional;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.person.MobileNumber;
import org.banshi.command.contract.privacy.CorrectionField;
import org.banshi.command.contract.privacy.PrivacyCommand.AskCorrection;
import org.banshi.command.contract.privacy.PrivacyCommand.DecideCorrection;
import org.banshi.command.contract.privacy.PrivacyEvent;
import org.banshi.command.contract.text.Text;
import org.banshi.command.domain.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/** Whether what is kept of a person is corrected (PIPL article 46). */
final class CorrectionDecider {

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST = 500;
    private static final String LAW = "个人信息保护法 第四十六条";
    private static final String COUNTER = "town";

    static final Refusal NOT_ONES_OWN =
            Refusal.of(
                    "correction-not-own",
                    Text.of("只能更正本人的信息。", "Only one's own data are corrected on request."),
                    Text.of("请由本人登录后提出。", "Sign in as the person concerned."));

    static final Refusal WAITS =
            Refusal.of(
                    "correction-waits",
                    Text.of("您的上一项更正申请正在核实。", "What you asked for before is being looked at."),
                    Text.of("请等待处理结果。", "Wait for the answer."));

    static final Refusal UNFIT =
            Refusal.of(
                    "correction-unfit",
                    Text.of(
                            "请填写正确的内容和理由（不超过500字）。",
                            "Give the right value, and the reason in at most 500 characters."),
                    Text.of("请补充后再提交。", "Mend it and send it again."));

    static final Refusal CONCERNED =
            new Refusal(
                    "correction-concerned",
                    Text.of(
                            "与申请人有亲属等利害关系的，应当回避。",
                            "Whoever is that person, kin or otherwise concerned does not decide."),
                    Text.of(
                            "请声明无利害关系，或交由其他人员处理。",
                            "Declare that you are not concerned, or leave it to a colleague."),
                    "公务员法 第七十六条");

    static final Refusal UNREASONED =
            Refusal.of(
                    "correction-unreasoned",
                    Text.of(
                            "请填写告知本人的理由（不超过500字）。",
                            "Give the reason that the person is told, in at most 500 characters."),
                    Text.of("请补充后再提交。", "Mend it and send it again."));

    static final Refusal NOBODY_ASKED =
            Refusal.of(
                    "correction-not-asked",
                    Text.of("没有待处理的更正申请。", "Nothing waits to be corrected."),
                    Text.of("请刷新页面。", "Load the page again."));

    static final Refusal NOT_HERE =
            new Refusal(
                    "correction-not-yours",
                    Text.of(
                            "须由所选地区的窗口人员核实。",
                            "An officer at a counter of the region that was chosen looks at it."),
                    Text.of("请由该地区窗口处理。", "Leave it to that region's counter."),
                    LAW);

    private CorrectionDecider() {}

    static Verdict decide(PrivacyState state, AskCorrection command) {
        Actor by = command.stamp().by();
        boolean own =
                by.kind() == Actor.Kind.CITIZEN
                        && command.person().equals(by.person())
                        && by.onBehalfOf() == null;
        if (!own || state.erased()) {
            return refused(NOT_ONES_OWN);
        }
        if (state.asked() != null) {
            return refused(WAITS);
        }
        return fits(command.field(), command.value()) && isSaid(command.reason())
                ? happens(
                        new PrivacyEvent.CorrectionAsked(
                                command.record(),
                                command.person(),
                                command.field(),
                                command.region(),
                                command.value(),
                                command.reason()))
                : refused(UNFIT);
    }

    static Verdict decide(PrivacyState state, DecideCorrection command) {
        PrivacyState.Asked asked = state.asked();
        if (asked == null || state.erased()) {
            return refused(NOBODY_ASKED);
        }
        Actor by = command.stamp().by();
        boolean here =
                by.kind() == Actor.Kind.OFFICER
                        && COUNTER.equals(by.body())
                        && Optional.ofNullable(by.region())
                                .filter(region -> region.covers(asked.region()))
                                .isPresent();
        if (!here) {
            return refused(NOT_HERE);
        }
        if (!command.impartial() || asked.person().equals(by.person())) {
            return refused(CONCERNED);
        }
        return isSaid(command.reason())
                ? happens(
                        new PrivacyEvent.CorrectionDecided(
                                command.record(),
                                asked.person(),
                                asked.field(),
                                command.granted(),
                                command.reason()))
                : refused(UNREASONED);
    }

    private static boolean isSaid(@Nullable String text) {
        return text != null && !text.isBlank() && text.length() <= LONGEST;
    }

    private static boolean fits(CorrectionField field, String value) {
        if (value.chars().anyMatch(Character::isISOControl)) {
            return false;
        }
        return switch (field) {
            case NAME ->
                    !value.isBlank() && value.codePointCount(0, value.length()) <= LONGEST_NAME;
            case PHONE -> MobileNumber.parse(value).value().isPresent();
            case EMAIL -> value.length() <= 200 && value.matches("[^@\\s]+@[^@\\s]+");
        };
    }
}
