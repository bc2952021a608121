package org.banshi.app.draft;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.person.PersonId;
import org.banshi.eventstore.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps drafts, their answers encrypted under their person's key, one a person and service item.
 * Region, answers and each paper are written by themselves, so that two windows on one draft do not
 * undo each other's work.
 */
@Component
public class Drafts {

    /** In place of an officer's account: the person fills it in. */
    private static final String NOBODY = "";

    private static final String SELECT =
            """
            select d.*, m.codes, m.materials from draft d
            left join lateral (
                select array_agg(code order by sheet) as codes,
                    array_agg(material::text order by sheet) as materials
                from draft_material where draft = d.id) m on true
            """;

    private final JdbcClient jdbc;
    private final PersonalData personal;
    private final ObjectMapper json =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    public Drafts(JdbcClient jdbc, PersonalData personal) {
        this.jdbc = jdbc;
        this.personal = personal;
    }

    /** The person's draft for the item; a new one where there is none yet. */
    public Draft open(PersonId person, ServiceVersion service, String region, Instant at) {
        return open(person, service, region, at, NOBODY);
    }

    /**
     * A draft that {@code taker} fills in for the person at a window, beside the person's own.
     *
     * @param taker account of the officer
     */
    public Draft open(
            PersonId person, ServiceVersion service, String region, Instant at, String taker) {
        jdbc.sql(
                        """
                        insert into draft
                            (id, person, service, version, region, content, saved_at, taker)
                        values (:id, :person, :service, :version, :region, :content, :at, :taker)
                        on conflict (person, service, taker) do update set version = excluded.version,
                            region = excluded.region, saved_at = excluded.saved_at""")
                .param("id", UUID.randomUUID())
                .param("person", person.value())
                .param("service", service.service())
                .param("version", service.version())
                .param("region", region)
                .param("content", personal.encrypt(person, written(FormData.empty())))
                .param("at", utc(at))
                .param("taker", taker)
                .update();
        return jdbc.sql(
                        SELECT
                                + "where person = :person and service = :service"
                                + " and taker = :taker")
                .param("taker", taker)
                .param("person", person.value())
                .param("service", service.service())
                .query(this::row)
                .single();
    }

    /** The person's drafts, latest first. */
    public List<Draft> of(PersonId person) {
        return jdbc.sql(
                        SELECT
                                + "where person = :person and taker = :nobody order by saved_at desc")
                .param("person", person.value())
                .param("nobody", NOBODY)
                .query(this::row)
                .list();
    }

    /** What an officer fills in for others, latest first. */
    public List<Draft> taken(String taker) {
        return jdbc.sql(SELECT + "where taker = :taker and taker <> '' order by saved_at desc")
                .param("taker", taker)
                .query(this::row)
                .list();
    }

    /**
     * Keeps the answers.
     *
     * @param revision of the draft that they were given for
     * @return false when others were kept since, or the draft is gone; then nothing changes
     */
    public boolean fill(Draft draft, int revision, FormData form, Instant at) {
        return jdbc.sql(
                                """
                                update draft set content = :content, revision = revision + 1,
                                    saved_at = :at
                                where id = :id::uuid and revision = :revision""")
                        .param("content", personal.encrypt(draft.person(), written(form)))
                        .param("at", utc(at))
                        .param("id", draft.id())
                        .param("revision", revision)
                        .update()
                == 1;
    }

    /** Notes which sections of the form the person has been through. */
    public void saw(Draft draft, Set<String> sections) {
        jdbc.sql(
                        """
                        update draft set seen =
                            (select array_agg(distinct one) from unnest(seen || :sections::text[]) one)
                        where id = :id::uuid""")
                .param("sections", sections.toArray(String[]::new))
                .param("id", draft.id())
                .update();
    }

    /** Keeps one more file of a paper; not in a draft that is gone. */
    public void attach(Draft draft, String code, String material, Instant at) {
        jdbc.sql(
                        """
                        with kept as (
                            update draft set saved_at = :at where id = :id::uuid returning id)
                        insert into draft_material (draft, code, material)
                        select id, :code, :material::uuid from kept
                        on conflict do nothing""")
                .param("at", utc(at))
                .param("id", draft.id())
                .param("code", code)
                .param("material", material)
                .update();
    }

    /** Takes a file of a paper out again. */
    public void detach(Draft draft, String code, String material) {
        jdbc.sql(
                        "delete from draft_material where draft = :id::uuid and code = :code"
                                + " and material::text = :material")
                .param("id", draft.id())
                .param("code", code)
                .param("material", material)
                .update();
    }

    /**
     * Keeps what a page refused and what was typed there, for the page that the browser is sent to:
     * so going back asks nobody to send it again.
     *
     * @param refusal a record of the page that tells it
     */
    public void refuse(Draft draft, Object refusal) {
        String told = written(new Refusal(refusal.getClass().getSimpleName(), refusal));
        jdbc.sql("update draft set refusal = :refusal where id = :id::uuid")
                .param("refusal", personal.encrypt(draft.person(), told))
                .param("id", draft.id())
                .update();
    }

    /** What was refused last, told once; empty where it was nothing, or on another page. */
    public <T> Optional<T> refusal(Draft draft, Class<T> type) {
        return jdbc.sql(
                        """
                        with told as (
                            select id, refusal from draft where id = :id::uuid for update)
                        update draft d set refusal = null from told
                        where d.id = told.id and told.refusal is not null
                        returning told.refusal""")
                .param("id", draft.id())
                .query(String.class)
                .optional()
                .flatMap(personal::decrypt)
                .map(text -> read(text, Refusal.class))
                .filter(it -> it.of().equals(type.getSimpleName()))
                .map(it -> json.convertValue(it.told(), type));
    }

    /** As it is kept, with the name of what it is. */
    private record Refusal(String of, Object told) {}

    public void delete(Draft draft) {
        jdbc.sql("delete from draft where id = :id::uuid").param("id", draft.id()).update();
    }

    private Draft row(ResultSet row, int number) throws SQLException {
        FormData form =
                personal.decrypt(row.getString("content"))
                        .map(text -> read(text, FormData.class))
                        .orElse(FormData.empty());
        return new Draft(
                row.getString("id"),
                new PersonId(row.getString("person")),
                new ServiceVersion(row.getString("service"), row.getInt("version")),
                row.getString("region"),
                form,
                row.getInt("revision"),
                materials(row),
                Set.of((String[]) row.getArray("seen").getArray()),
                row.getObject("saved_at", OffsetDateTime.class).toInstant());
    }

    private static Map<String, List<String>> materials(ResultSet row) throws SQLException {
        Map<String, List<String>> materials = new HashMap<>();
        if (row.getArray("codes") != null) {
            String[] codes = (String[]) row.getArray("codes").getArray();
            String[] ids = (String[]) row.getArray("materials").getArray();
            for (int i = 0; i < codes.length; i++) {
                materials.computeIfAbsent(codes[i], code -> new ArrayList<>()).add(ids[i]);
            }
        }
        return materials;
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("a draft that cannot be read");
        }
    }

    private String written(Object content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a draft that cannot be written");
        }
    }
}
