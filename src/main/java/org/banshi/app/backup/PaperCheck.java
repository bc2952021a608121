package org.banshi.app.backup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.banshi.app.material.MaterialStore;
import org.banshi.eventstore.PersonalData;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Whether each paper that a database names is there, and where keys are at hand, is the same. */
final class PaperCheck {

    private final Path folder;
    private final @Nullable PersonalData personal;

    /**
     * @param folder of the papers
     * @param personal null where the keys are elsewhere: then the papers cannot be read
     */
    PaperCheck(Path folder, @Nullable PersonalData personal) {
        this.folder = folder;
        this.personal = personal;
    }

    /**
     * What was found.
     *
     * @param papers named by the database
     * @param unreadable of people whose key was destroyed, or all where there are no keys
     * @param findings what is wrong; empty when all is well
     */
    record Outcome(int papers, int unreadable, List<String> findings) {}

    Outcome run(Connection connection) throws SQLException {
        List<String> ids = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select id::text from material order by id")) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        List<String> findings = new ArrayList<>();
        List<String> there = new ArrayList<>();
        for (String id : ids) {
            if (Files.exists(folder.resolve(id.substring(0, 2)).resolve(id))) {
                there.add(id);
            } else {
                findings.add("paper %s is missing".formatted(id));
            }
        }
        int read = personal == null ? 0 : read(connection, personal, there, findings);
        return new Outcome(ids.size(), there.size() - read, findings);
    }

    private int read(
            Connection connection, PersonalData data, List<String> ids, List<String> findings) {
        DataSource source = new SingleConnectionDataSource(connection, true);
        MaterialStore store = new MaterialStore(folder, data, JdbcClient.create(source));
        int read = 0;
        for (String id : ids) {
            var material = store.find(id).orElseThrow();
            Optional<byte[]> plain = store.read(material);
            if (plain.isPresent()) {
                read++;
                if (!MaterialStore.sha256(plain.get()).equals(material.sha256())) {
                    findings.add("paper %s is another than was handed in".formatted(id));
                }
            }
        }
        return read;
    }
}
