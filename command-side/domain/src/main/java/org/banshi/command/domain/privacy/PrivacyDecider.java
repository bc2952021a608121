package org.banshi.command.domain.privacy;

import static org.banshi.command.domain.verdict.Verdict.happens;
import static org.banshi.command.domain.verdict.Verdict.refused;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.privacy.ErasureGround;
import org.banshi.command.contract.privacy.Kept;
import org.banshi.command.contract.privacy.PrivacyCommand;
import org.banshi.command.contract.privacy.PrivacyEvent;
import org.banshi.command.contract.text.Text;
import org.banshi.command.domain.verdict.Verdict;

/** When a person's data may be erased (PIPL article 47). */
final class PrivacyDecider {

    private static final Refusal NOT_ONES_OWN =
            Refusal.of(
                    "erasure-not-own",
                    Text.of("只能申请删除本人的信息。", "Only one's own data are erased on request."),
                    Text.of("请由本人登录后提出。", "Sign in as the person concerned."));

    private PrivacyDecider() {}

    /**
     * @param erased whether it was done before
     * @param services all for which anybody can apply
     */
    static Verdict decide(boolean erased, PrivacyCommand.Erase command, List<String> services) {
        if (erased) {
            return Verdict.NOTHING;
        }
        Actor by = command.stamp().by();
        if (by.kind() == Actor.Kind.CITIZEN
                && (!command.person().equals(by.person())
                        || command.ground() != ErasureGround.REQUEST)) {
            return refused(NOT_ONES_OWN);
        }
        LocalDate today = command.stamp().day();
        List<Kept> still =
                command.kept().stream()
                        .filter(it -> it.until() == null || it.until().isAfter(today))
                        .toList();
        return still.isEmpty()
                ? happens(
                        new PrivacyEvent.ApplicationsBarred(
                                command.record(), command.person(), services),
                        new PrivacyEvent.Erased(
                                command.record(),
                                command.person(),
                                command.applications(),
                                command.ground(),
                                command.reference()))
                : refused(kept(still));
    }

    /** Says by what, and on which day it will be possible. */
    private static Refusal kept(List<Kept> still) {
        Optional<Kept> open = still.stream().filter(it -> it.until() == null).findFirst();
        Kept longest =
                open.orElseGet(
                        () -> still.stream().max(Comparator.comparing(Kept::until)).orElseThrow());
        String number = longest.number() == null ? "" : " " + longest.number();
        Text why =
                Text.of(
                        "法律、行政法规规定的保存期限尚未届满：" + longest.what().zh() + number + "。",
                        "It has to be kept still: " + longest.what().en() + number + ".");
        Text next =
                longest.until() == null
                        ? Text.of(
                                "该事项结束后才能确定可以删除的日期，届时可以再次提出。",
                                "The day is known once this has ended; ask again then.")
                        : Text.of(
                                "自 " + longest.until() + " 起可以删除，届时可以再次提出。",
                                "It is possible from " + longest.until() + " on; ask again then.");
        return new Refusal("erasure-not-yet", why, next, longest.rule());
    }
}
