package org.banshi.command.contract.benefit;

/** How somebody was certified. Stands in the log by name. */
public enum CertificationWay {
    /** 网上: by the person or who acts for them. */
    ONLINE,
    /** 窗口: at any town of the province, or a kiosk there. */
    WINDOW,
    /** 上门: of somebody who cannot come. */
    HOME_VISIT
}
