package org.banshi.query.projection.sql;

import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Has every statement planned for the values that it is asked with. After some uses of a statement
 * its plan would serve for all values, and that of a district is not that of a province, nor that
 * of three letters that of a whole number. For lists and counts; a look-up by a key does not repay
 * its planning.
 */
public final class PlannedAnew extends JdbcTemplate {

    public PlannedAnew(DataSource database) {
        super(database);
    }

    @Override
    protected void applyStatementSettings(Statement statement) throws SQLException {
        super.applyStatementSettings(statement);
        statement.unwrap(PGStatement.class).setPrepareThreshold(0);
    }
}
