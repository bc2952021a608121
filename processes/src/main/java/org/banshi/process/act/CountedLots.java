package org.banshi.process.act;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.social.Lot;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts without gaps: the row is held until the case's transaction ends. */
public final class CountedLots implements Lots {

    private static final int SEED_BYTES = 16;

    private final JdbcClient jdbc;
    private final SecureRandom random = new SecureRandom();

    public CountedLots(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Lot next(String service, int percent, RegionCode county, int year) {
        byte[] seed = new byte[SEED_BYTES];
        random.nextBytes(seed);
        return jdbc.sql(
                        """
                        INSERT INTO process_lot_row AS l
                            (service, percent, county, year, serial, seed)
                        VALUES (?, ?, ?, ?, 1, ?)
                        ON CONFLICT (service, percent, county, year)
                            DO UPDATE SET serial = l.serial + 1
                        RETURNING serial, seed""")
                .params(service, percent, county.value(), year, HexFormat.of().formatHex(seed))
                .query(
                        (row, n) ->
                                new Lot(
                                        service,
                                        county,
                                        year,
                                        row.getInt("serial"),
                                        row.getString("seed")))
                .single();
    }
}
