package org.banshi.app.numbering;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.banshi.process.policy.CaseNumbering;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives out case numbers and query codes. */
@Component
public class Numbering implements CaseNumbering {

    /** Characters that nobody takes for another one when read aloud or written by hand. */
    static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private static final int QUERY_CODE_LENGTH = 8;

    private final JdbcClient jdbc;
    private final SecureRandom random = new SecureRandom();

    public Numbering(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The next 办件编码: the item's 实施编码 (31), the day (yyyyMMdd) and a sequence of four digits or
     * more. Unique for ever; numbers of applications that were not filed are left out.
     */
    @Override
    public String nextCaseNumber(String implementationCode, LocalDate day) {
        long sequence = jdbc.sql("select nextval('case_number')").query(Long.class).single();
        return implementationCode
                + day.format(DateTimeFormatter.BASIC_ISO_DATE)
                + String.format(Locale.ROOT, "%04d", sequence);
    }

    /** A new 查询密码: 8 characters, about 39 bits. */
    @Override
    public String newQueryCode() {
        StringBuilder code = new StringBuilder(QUERY_CODE_LENGTH);
        for (int i = 0; i < QUERY_CODE_LENGTH; i++) {
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }
}
