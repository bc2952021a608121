package org.banshi.command.contract.mandate;

/** On what ground somebody acts for another. */
public enum MandateBasis {
    /** The grantor wants it (委托代理, 民法典 165). */
    ENTRUSTED,
    /** The law wants it: parents and guardians (法定代理, 民法典 23). Of minors it ends with full age. */
    GUARDIAN,
    /** Speaks for an organisation by its statutes (法定代表人, 民法典 61). */
    REPRESENTATIVE,
    /** Does the work of an organisation within a scope that it set (职务代理, 民法典 170). */
    CLERK;

    /** Whether it is an organisation that is acted for. */
    public boolean ofOrganisation() {
        return this == REPRESENTATIVE || this == CLERK;
    }
}
