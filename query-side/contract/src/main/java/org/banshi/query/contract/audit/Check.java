package org.banshi.query.contract.audit;

/** What auditors look for again and again. A finding is a reason to look, never a verdict. */
public enum Check {
    /** A benefit runs although its recipient's certificate or case tells of a death. */
    PAID_AFTER_DEATH,
    /** One bank account in the forms of several people. */
    SHARED_ACCOUNT,
    /** Benefits that exclude each other run for one person. */
    EXCLUDED_TOGETHER,
    /** Kin among the staff was declared: who handled the case? */
    RELATIVE_DECLARED,
    /** One account completed all tasks of a case, three at least: nobody else looked at it. */
    ONE_HAND
}
