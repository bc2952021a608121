package org.banshi.command.contract.mandate;

/** On what ground somebody acts for another. */
public enum MandateBasis {
    /** The grantor wants it (委托代理, 民法典 165). */
    ENTRUSTED,
    /** The law wants it: parents and guardians (法定代理, 民法典 23). Of minors it ends with full age. */
    GUARDIAN
}
