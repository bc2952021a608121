package org.banshi.command.contract.application;

/** How a case that went to a decision ended. */
public enum Conclusion {
    APPROVED,
    REJECTED
}
