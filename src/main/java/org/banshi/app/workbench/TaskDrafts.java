package org.banshi.app.workbench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.person.PersonId;
import org.banshi.eventstore.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps what officers have filled in of their tasks, on whichever machine. It is about the person
 * whose case it is, and encrypted under that person's key: erasing the person takes it along.
 */
@Component
public class TaskDrafts {

    /** Drafts of tasks that ended otherwise go after this time. */
    private static final Duration KEPT = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final PersonalData personal;
    private final ObjectMapper json =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    public TaskDrafts(JdbcClient jdbc, PersonalData personal) {
        this.jdbc = jdbc;
        this.personal = personal;
    }

    /**
     * Keeps a draft in place of the one before, for the same way to end.
     *
     * @param subject whose case it is
     */
    public void keep(String task, String account, PersonId subject, TaskDraft draft) {
        jdbc.sql(
                        """
                        insert into task_draft (task, account, outcome, content, kept_at)
                        values (:task, :account, :outcome, :content, :at)
                        on conflict (task, account, outcome) do update
                            set content = excluded.content, kept_at = excluded.kept_at""")
                .param("task", task)
                .param("account", account)
                .param("outcome", draft.outcome())
                .param("content", personal.encrypt(subject, written(draft.data())))
                .param("at", utc(draft.keptAt()))
                .update();
    }

    /** The account's own drafts of a task, newest first; none that was erased. */
    public List<TaskDraft> of(String task, String account) {
        return jdbc
                .sql(
                        """
                        select outcome, content, kept_at from task_draft
                        where task = :task and account = :account order by kept_at desc""")
                .param("task", task)
                .param("account", account)
                .query(this::draft)
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<TaskDraft> draft(ResultSet row, int number) throws SQLException {
        String outcome = row.getString("outcome");
        Instant at = row.getObject("kept_at", OffsetDateTime.class).toInstant();
        return personal.decrypt(row.getString("content"))
                .map(text -> new TaskDraft(outcome, read(text), at));
    }

    /** Who else has begun to fill in the task, newest first. */
    public List<TaskDraft.Other> others(String task, String account) {
        return jdbc.sql(
                        """
                        select account, max(kept_at) as kept_at from task_draft
                        where task = :task and account <> :account
                        group by account order by 2 desc""")
                .param("task", task)
                .param("account", account)
                .query(
                        (row, n) ->
                                new TaskDraft.Other(
                                        row.getString("account"),
                                        row.getObject("kept_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** The officer wants to begin again. */
    public void drop(String task, String account, String outcome) {
        jdbc.sql(
                        """
                        delete from task_draft
                        where task = :task and account = :account and outcome = :outcome""")
                .param("task", task)
                .param("account", account)
                .param("outcome", outcome)
                .update();
    }

    /**
     * Deletes what nobody went on with for long: its task ended while it was kept, or otherwise.
     *
     * @return how many
     */
    public int tidy(Instant now) {
        return jdbc.sql("delete from task_draft where kept_at < :before")
                .param("before", utc(now.minus(KEPT)))
                .update();
    }

    /** The task is done, by whomever. */
    public void dropAll(String task) {
        jdbc.sql("delete from task_draft where task = :task").param("task", task).update();
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private FormData read(String text) {
        try {
            return json.readValue(text, FormData.class);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("a draft that cannot be read");
        }
    }

    private String written(FormData data) {
        try {
            return json.writeValueAsString(data);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a draft that cannot be written");
        }
    }
}
