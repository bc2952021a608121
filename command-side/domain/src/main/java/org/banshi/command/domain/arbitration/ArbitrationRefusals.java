package org.banshi.command.domain.arbitration;

import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.text.Text;

/** Why an act on parties, service and claims is not taken. Sources: domain rules §5. */
final class ArbitrationRefusals {

    static final Refusal NOT_ARBITRATION =
            Refusal.of(
                    "not-labour-arbitration",
                    Text.of("该事项不属于劳动争议仲裁。", "The item is not labour arbitration."),
                    Text.of("请核对案件编号。", "Check the case's number."));

    static final Refusal NOT_DOCKETED =
            Refusal.of(
                    "not-docketed",
                    Text.of("案件尚未立案。", "The case is not on the docket yet."),
                    Text.of("请先受理并立案。", "Accept the case first."));

    static final Refusal REPRESENTATIVES =
            new Refusal(
                    "representatives",
                    Text.of(
                            "十人以上有共同请求的，应当推举三至五名代表人。",
                            "Ten and more with a common claim choose three to five representatives."),
                    Text.of(
                            "请通知申请人补充推举代表人的材料。",
                            "Ask the claimants to choose their representatives."),
                    "劳动争议调解仲裁法 第七条；办案规则 第五条");

    static final Refusal RESPONDENT_MISSING =
            new Refusal(
                    "respondent-missing",
                    Text.of("申请书没有写明被申请人。", "The application names no respondent."),
                    Text.of("请通知申请人补正。", "Ask the claimant to name one."),
                    "劳动争议调解仲裁法 第二十八条");

    static final Refusal EVIDENCE_EMPTY =
            Refusal.of(
                    "evidence-empty",
                    Text.of("没有上传证据材料。", "No paper was handed in."),
                    Text.of("请先上传材料。", "Upload a paper first."));

    static final Refusal CODE_WRONG =
            Refusal.of(
                    "access-code",
                    Text.of("案件编号、当事人或者查阅码不符。", "Number, party or code do not fit together."),
                    Text.of("请核对送达文书上的查阅码。", "Look at the code on the papers served on you."));

    static final Refusal OTHER_ORGANISATION =
            Refusal.of(
                    "other-organisation",
                    Text.of(
                            "您代表的单位不是这一当事人。",
                            "The organisation for which you act is not this party."),
                    Text.of(
                            "请核对统一社会信用代码，或结束经办后再试。",
                            "Compare the unified social credit code, or act for yourself."));

    static final Refusal BOTH_SIDES =
            Refusal.of(
                    "both-sides",
                    Text.of("同一账号不能同时查阅双方的案卷。", "One account can't see the case from both sides."),
                    Text.of("请由对方当事人使用自己的账号。", "The other side uses an account of its own."));

    static final Refusal NOT_SERVED_YET =
            Refusal.of(
                    "not-served",
                    Text.of("文书尚未送达，暂不能查阅。", "The papers have not been served yet."),
                    Text.of("请在收到文书后再试。", "Try again when you have received them."));

    static final Refusal PARTY_UNKNOWN =
            Refusal.of(
                    "party-unknown",
                    Text.of(
                            "案件中没有这名当事人，或者该文书不向其送达。",
                            "No such party, or the document is not for it."),
                    Text.of("请核对当事人。", "Check the party."));

    static final Refusal NOT_THE_PARTY =
            Refusal.of(
                    "not-the-party",
                    Text.of("只有该当事人或者其代理人可以办理。", "Only the party or its agent can do this."),
                    Text.of("请用该当事人的账号登录，或者到窗口办理。", "Sign in as the party, or go to the window."));

    static final Refusal SERVICE_DAY =
            Refusal.of(
                    "service-day",
                    Text.of(
                            "送达日期应当在文书作出之日或者之后，且不晚于今天。",
                            "The day of service is not before the document was made, and not after"
                                    + " today."),
                    Text.of("请更正日期。", "Correct the day."));

    static final Refusal NOT_ELECTRONICALLY =
            new Refusal(
                    "service-on-paper",
                    Text.of(
                            "调解书、裁决书不能电子送达。",
                            "Settlements and awards are not served electronically."),
                    Text.of("请选择其他送达方式。", "Choose another way."),
                    "劳动人事争议仲裁办案规则 第五十九条");

    static final Refusal SETTLEMENT_IS_SIGNED =
            new Refusal(
                    "settlement-signed-for",
                    Text.of("调解书应当由当事人签收。", "The parties sign for a settlement in person."),
                    Text.of(
                            "请直接送达或者邮寄签收；不签收的，视为反悔。",
                            "Hand it over or post it; who does not sign refuses."),
                    "劳动争议调解仲裁法 第四十二条");

    static final Refusal NOTHING_TO_SERVE =
            Refusal.of(
                    "nothing-to-serve",
                    Text.of("没有需要送达的文书。", "There is no such document to serve."),
                    Text.of("请核对文书种类。", "Check the document."));

    static final Refusal SERVED_BEFORE =
            Refusal.of(
                    "served-before",
                    Text.of("该文书已经送达。", "The document was served before."),
                    Text.of("请核对送达记录。", "Look at the record of service."));

    static final Refusal CLAIM_NOT_SERVED =
            new Refusal(
                    "claim-not-served",
                    Text.of(
                            "申请书副本尚未送达全部被申请人。",
                            "The claim was not served on every respondent yet."),
                    Text.of("请先送达。", "Serve it first."),
                    "劳动争议调解仲裁法 第三十条");

    static final Refusal ANSWERED_BEFORE =
            Refusal.of(
                    "answered-before",
                    Text.of("该被申请人已经提交答辩书。", "The respondent has answered before."),
                    Text.of("补充意见请在庭审中提出。", "Say more at the hearing."));

    static final Refusal HEARD =
            Refusal.of(
                    "heard-already",
                    Text.of("庭审已经结束。", "The case has been heard."),
                    Text.of("请向仲裁庭了解后续安排。", "Ask the panel what follows."));

    static final Refusal COUNTER_CLAIM_LATE =
            new Refusal(
                    "counter-claim-late",
                    Text.of("反申请应当在答辩期内提出。", "A counter-claim comes within the time to answer."),
                    Text.of("可以另行申请仲裁。", "Apply for an arbitration of its own."),
                    "劳动人事争议仲裁办案规则 第三十六条");

    static final Refusal CLAIM_NOT_FILED =
            Refusal.of(
                    "claim-not-filed",
                    Text.of("没有待决定的该项请求。", "No such claim waits for a decision."),
                    Text.of("请核对请求编号。", "Check the claim's number."));

    private ArbitrationRefusals() {}
}
