package org.banshi.command.domain.account;

import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.text.Text;

/** Why an act on an account is not carried out. */
final class AccountRefusals {

    /** GB/T 22239-2019 8.1.5: administrators of system, security and audit are apart. */
    private static final String APART = "GB/T 22239—2019 8.1.5";

    static final Refusal EXISTS =
            Refusal.of(
                    "account-exists",
                    Text.of("已有同名账号。", "There is an account of that name."),
                    Text.of("请换一个账号名。", "Choose another name."));

    static final Refusal OWN =
            new Refusal(
                    "account-own",
                    Text.of("不能管理自己的账号。", "Nobody administers an account of one's own."),
                    Text.of("请由另一名安全管理员办理。", "Ask another security administrator."),
                    APART);

    static final Refusal ADMINISTRATOR =
            new Refusal(
                    "account-administrator-by-one",
                    Text.of(
                            "管理员角色须由一名安全管理员提议、另一名同意。",
                            "An administrator is proposed by one security administrator and agreed to by"
                                    + " another."),
                    Text.of("请提交提议。", "Propose it."),
                    APART);

    static final Refusal ROLES_APART =
            new Refusal(
                    "account-roles-apart",
                    Text.of(
                            "系统、安全、审计管理员不得兼任其他角色。",
                            "Whoever administers system, security or audit has no other role."),
                    Text.of("请使用另一个账号。", "Use another account."),
                    APART);

    static final Refusal INCOMPLETE =
            Refusal.of(
                    "account-incomplete",
                    Text.of(
                            "须至少选择一个角色；经办员须有部门和地区，督办员须有地区。",
                            "An account has a role; an officer a body and a region, a supervisor a"
                                    + " region."),
                    Text.of("请补充后再提交。", "Add what is missing."));

    static final Refusal NO_PROPOSAL =
            Refusal.of(
                    "account-no-proposal",
                    Text.of("没有待同意的提议。", "Nothing is proposed."),
                    Text.of("请刷新页面。", "Load the page again."));

    static final Refusal OTHER_PROPOSAL =
            Refusal.of(
                    "account-other-proposal",
                    Text.of("提议的角色已经变更。", "Another role is proposed by now."),
                    Text.of("请刷新页面，看清提议后再答复。", "Load the page again before you answer."));

    static final Refusal PROPOSED =
            Refusal.of(
                    "account-proposed-already",
                    Text.of("该角色已有待同意的提议。", "This role is proposed already."),
                    Text.of("请先答复原有提议。", "Answer that proposal."));

    static final Refusal HELD =
            Refusal.of(
                    "account-role-held",
                    Text.of("该账号已有此角色。", "The account has this role."),
                    Text.of("无须提议。", "There is nothing to propose."));

    static final Refusal SAME_EYES =
            new Refusal(
                    "account-same-eyes",
                    Text.of("提议人不能同意自己的提议。", "Nobody agrees to one's own proposal."),
                    Text.of("请由另一名安全管理员同意。", "Ask another security administrator."),
                    APART);

    static final Refusal RESET_BY_ONE =
            new Refusal(
                    "account-reset-by-one",
                    Text.of(
                            "管理员账号的重置须由一名安全管理员提出、另一名当日确认。",
                            "The access of an administrator is reset by one security administrator on"
                                    + " the day on which another one asked for it."),
                    Text.of(
                            "请由另一名安全管理员办理；没有的，先停用该账号，再由运维人员在启动时用 BANSHI_SECOND_ADMIN"
                                    + " 指定一名新的安全管理员。",
                            "Ask another security administrator. Where there is none, disable the"
                                    + " account, and let whoever runs the machine name a new one in"
                                    + " BANSHI_SECOND_ADMIN at a start."),
                    APART);

    static final Refusal DISABLED =
            Refusal.of(
                    "account-disabled",
                    Text.of("该账号已停用。", "The account is disabled."),
                    Text.of("请先启用。", "Enable it first."));

    static final Refusal NO_REASON =
            Refusal.of(
                    "account-reason-missing",
                    Text.of("停用须写明原因。", "Disabling needs a reason."),
                    Text.of("请填写原因。", "Give the reason."));

    static final Refusal NO_OFFICER =
            Refusal.of(
                    "account-no-officer",
                    Text.of(
                            "只有在用的经办员、督办员账号可以登记休假。",
                            "Leave is taken by officers and supervisors whose account is open."),
                    Text.of("请核对账号。", "Look at the account again."));

    static final Refusal LEAVE_OF_OTHERS =
            Refusal.of(
                    "account-leave-of-others",
                    Text.of(
                            "休假由本人或者本地区的督办员登记；督办员的休假由本人或者上级督办员登记。",
                            "Leave is written down by the officer, or a supervisor of the region; that of"
                                    + " a supervisor by nobody else but one above."),
                    Text.of("请联系本地区或者上级的督办员。", "Ask the supervisor of the region, or above."));

    static final Refusal OWN_DEPUTY =
            Refusal.of(
                    "account-own-deputy",
                    Text.of("不能由本人代班。", "Nobody stands in for oneself."),
                    Text.of("请选择一名同事，或者留空。", "Choose a colleague, or nobody."));

    static final Refusal LEAVE_PERIOD =
            Refusal.of(
                    "account-leave-period",
                    Text.of(
                            "休假的最后一天不能早于第一天和今天，且不超过一年。",
                            "Leave ends no earlier than it begins, not before today, and within a year."),
                    Text.of("请更正日期。", "Correct the days."));

    private AccountRefusals() {}
}
