package org.banshi.app.draft;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.person.PersonId;
import org.banshi.eventstore.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps drafts, encrypted under their person's key, one a person and service item. */
@Component
public class Drafts {

    private record Content(FormData form, Map<String, String> materials) {
        static final Content EMPTY = new Content(FormData.empty(), Map.of());
    }

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
        Optional<Draft> kept =
                jdbc.sql("select * from draft where person = :person and service = :service")
                        .param("person", person.value())
                        .param("service", service.service())
                        .query(this::row)
                        .optional();
        Draft draft =
                kept.map(old -> old.inRegion(region, service, at))
                        .orElseGet(
                                () ->
                                        new Draft(
                                                UUID.randomUUID().toString(),
                                                person,
                                                service,
                                                region,
                                                FormData.empty(),
                                                Map.of(),
                                                at));
        save(draft);
        return draft;
    }

    /** The draft of this id, if it is the person's. */
    public Optional<Draft> find(String id, PersonId person) {
        if (!id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            return Optional.empty();
        }
        return jdbc.sql("select * from draft where id = :id::uuid and person = :person")
                .param("id", id)
                .param("person", person.value())
                .query(this::row)
                .optional();
    }

    /** The person's drafts, latest first. */
    public List<Draft> of(PersonId person) {
        return jdbc.sql("select * from draft where person = :person order by saved_at desc")
                .param("person", person.value())
                .query(this::row)
                .list();
    }

    public void save(Draft draft) {
        jdbc.sql(
                        "insert into draft (id, person, service, version, region, content, saved_at)"
                                + " values (:id::uuid, :person, :service, :version, :region, :content,"
                                + " :at) on conflict (person, service) do update set version ="
                                + " excluded.version, region = excluded.region, content ="
                                + " excluded.content, saved_at = excluded.saved_at")
                .param("id", draft.id())
                .param("person", draft.person().value())
                .param("service", draft.service().service())
                .param("version", draft.service().version())
                .param("region", draft.region())
                .param("content", personal.encrypt(draft.person(), written(draft)))
                .param("at", OffsetDateTime.ofInstant(draft.savedAt(), ZoneOffset.UTC))
                .update();
    }

    public void delete(Draft draft) {
        jdbc.sql("delete from draft where id = :id::uuid").param("id", draft.id()).update();
    }

    private Draft row(ResultSet row, int number) throws SQLException {
        Content content =
                personal.decrypt(row.getString("content")).map(this::read).orElse(Content.EMPTY);
        return new Draft(
                row.getString("id"),
                new PersonId(row.getString("person")),
                new ServiceVersion(row.getString("service"), row.getInt("version")),
                row.getString("region"),
                content.form(),
                content.materials(),
                row.getObject("saved_at", OffsetDateTime.class).toInstant());
    }

    private Content read(String text) {
        try {
            return json.readValue(text, Content.class);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("a draft that cannot be read");
        }
    }

    private String written(Draft draft) {
        try {
            return json.writeValueAsString(new Content(draft.form(), draft.materials()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a draft that cannot be written");
        }
    }
}
