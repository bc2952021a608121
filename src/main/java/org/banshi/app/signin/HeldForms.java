package org.banshi.app.signin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.banshi.command.contract.person.PersonId;
import org.banshi.eventstore.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What was being sent when a session had run out: kept until it is sent, for a day at most,
 * encrypted, for the same account alone. Nobody types a form twice.
 */
final class HeldForms {

    /**
     * A form that came too late.
     *
     * @param path where it was sent
     * @param files whether it had files, which are not kept
     */
    record HeldForm(String path, Map<String, List<String>> fields, boolean files) {}

    private static final TypeReference<TreeMap<String, List<String>>> FIELDS =
            new TypeReference<>() {};

    /** Names the held form that a request goes on with. */
    static final String FIELD = "_held";

    /** Under which mandate it was sent; empty for oneself. */
    static final String ACTING = "_acting";

    /** For one account: nobody fills the database with forms that came too late. */
    private static final int MOST = 5;

    private final JdbcClient jdbc;
    private final PersonalData personal;
    private final ObjectMapper json = new ObjectMapper();

    HeldForms(JdbcClient jdbc, PersonalData personal) {
        this.jdbc = jdbc;
        this.personal = personal;
    }

    /** Keeps it; the answer is its name. */
    String keep(Account account, HeldForm form) {
        String id = UUID.randomUUID().toString();
        jdbc.sql(
                        """
                        delete from held_form where account = :account and id not in (
                                select id from held_form where account = :account
                                order by kept_at desc limit :others)""")
                .param("account", account.account())
                .param("others", MOST - 1)
                .update();
        jdbc.sql(
                        """
                        insert into held_form (id, account, path, content, files, kept_at)
                        values (:id::uuid, :account, :path, :content, :files, now())""")
                .param("id", id)
                .param("account", account.account())
                .param("path", form.path())
                .param("content", personal.encrypt(owner(account), written(form.fields())))
                .param("files", form.files())
                .update();
        return id;
    }

    /** It was sent: nobody sends it a second time. */
    void done(String account, String id) {
        if (isId(id)) {
            jdbc.sql("delete from held_form where id = :id::uuid and account = :account")
                    .param("id", id)
                    .param("account", account)
                    .update();
        }
    }

    /** Forgets what nobody went on with for a day. */
    void sweep() {
        jdbc.sql("delete from held_form where kept_at < now() - interval '1 day'").update();
    }

    private static boolean isId(String id) {
        return id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }

    /** The account's own; empty for anybody else's, and when it was too long ago. */
    Optional<HeldForm> find(String account, String id) {
        if (!isId(id)) {
            return Optional.empty();
        }
        return jdbc.sql(
                        """
                        select path, content, files from held_form
                        where id = :id::uuid and account = :account
                            and kept_at > now() - interval '1 day'""")
                .param("id", id)
                .param("account", account)
                .query(
                        (row, n) ->
                                new Sealed(
                                        row.getString("path"),
                                        row.getString("content"),
                                        row.getBoolean("files")))
                .optional()
                .flatMap(
                        it ->
                                personal.decrypt(it.content())
                                        .map(this::read)
                                        .map(one -> new HeldForm(it.path(), one, it.files())));
    }

    private record Sealed(String path, String content, boolean files) {}

    /** An officer's are under a key of the account's own. */
    private static PersonId owner(Account account) {
        PersonId person = account.person();
        byte[] seed = ("banshi-held:" + account.account()).getBytes(StandardCharsets.UTF_8);
        return person == null ? new PersonId(UUID.nameUUIDFromBytes(seed).toString()) : person;
    }

    private Map<String, List<String>> read(String text) {
        try {
            return json.readValue(text, FIELDS);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("a held form that cannot be read");
        }
    }

    private String written(Map<String, List<String>> fields) {
        try {
            return json.writeValueAsString(fields);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a held form that cannot be written");
        }
    }
}
