package org.banshi.command.contract.officers;

/**
 * What an officer has to do with a case beside the office (公务员法 第七十六条). With anything but {@link
 * #NONE} the officer does nothing in it.
 */
public enum Concern {
    /** Nothing: neither the officer's own interest nor that of kin. */
    NONE,

    /** The officer's own interest (涉及本人利害关系). */
    OWN,

    /** The interest of husband, wife or kin (涉及亲属利害关系). */
    KIN,

    /** Anything else that could make the officer partial (其他可能影响公正执行公务的). */
    OTHER
}
