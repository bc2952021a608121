package org.banshi.process.policy;

import java.time.LocalDate;

/** Gives out numbers and query codes of cases that begin without an application. */
public interface CaseNumbering {

    /** The next 办件编码 of an item, unique for ever. */
    String nextCaseNumber(String implementationCode, LocalDate day);

    /** A new 查询密码. */
    String newQueryCode();
}
