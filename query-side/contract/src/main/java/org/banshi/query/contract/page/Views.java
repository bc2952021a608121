package org.banshi.query.contract.page;

/**
 * Names of the views, which are also the names of their readers of the log: to read one's own write
 * is to wait until the view's reader has taken the write's position.
 */
public final class Views {

    public static final String PROGRESS = "progress";
    public static final String WORK_LIST = "worklist";
    public static final String INCIDENTS = "incidents";
    public static final String TIMELINE = "timeline";
    public static final String CATALOGUE = "catalogue";
    public static final String BENEFITS = "benefits";
    public static final String POINTS = "points";
    public static final String DISPUTES = "disputes";
    public static final String CERTIFICATES = "certificates";
    public static final String MATTERS = "matters";
    public static final String CASELOAD = "caseload";
    public static final String DECLARATIONS = "declarations";

    private Views() {}
}
