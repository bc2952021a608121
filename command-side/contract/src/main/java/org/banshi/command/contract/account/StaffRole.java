package org.banshi.command.contract.account;

/**
 * What a member of staff may do. The three administrators are apart (三员分立, GB/T 22239 level 3): an
 * account that is one of them is nothing else.
 */
public enum StaffRole {
    /** Works on cases of a body in a region. */
    OFFICER,
    /** Watches over the cases of a region. */
    SUPERVISOR,
    /** Publishes service items. */
    PUBLISHER,
    /** 系统管理员: runs the platform. */
    OPERATOR,
    /** 安全管理员: accounts and their rights. */
    SECURITY,
    /** 审计管理员: reads what happened, and alters nothing. */
    AUDITOR,
    /** Of a residents' or villagers' committee: helps people of its place file, posts notices. */
    COMMITTEE;

    public boolean isAdministrator() {
        return this == OPERATOR || this == SECURITY || this == AUDITOR;
    }
}
