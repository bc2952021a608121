package org.banshi.app.signin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.banshi.app.platform.StartUpException;
import org.banshi.app.staff.Officers;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.jspecify.annotations.Nullable;

/** The people of the demo profile. */
final class People {

    private final Map<String, Person> byAccount;
    private final @Nullable DemoCrowd crowd;

    private People(List<Person> people, @Nullable DemoCrowd crowd) {
        this.crowd = crowd;
        Map<String, Person> map = new LinkedHashMap<>();
        people.forEach(person -> map.put(person.account(), person));
        this.byAccount = Collections.unmodifiableMap(map);
    }

    /**
     * Read them.
     *
     * @throws StartUpException when the file is there but cannot be understood
     */
    static People read(Path file) {
        if (!Files.exists(file)) {
            return new People(List.of(), null);
        }
        ObjectMapper yaml =
                new ObjectMapper(new YAMLFactory())
                        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        try {
            Listing listing = yaml.readValue(file.toFile(), Listing.class);
            return new People(listing.people(), listing.crowd());
        } catch (JsonProcessingException e) {
            throw new StartUpException(
                    "%s, line %d: %s"
                            .formatted(file, e.getLocation().getLineNr(), e.getOriginalMessage()),
                    e);
        } catch (IOException e) {
            throw new StartUpException("cannot read " + file, e);
        }
    }

    record Listing(List<Person> people, @Nullable DemoCrowd crowd) {}

    /** The list of accounts for the terminal, in the order of the file. */
    List<String> describe() {
        List<String> lines = new ArrayList<>(List.of("Demo accounts (account, password):", ""));
        byAccount.values().forEach(person -> lines.add(person.describe()));
        return lines;
    }

    List<Officers.Officer> officers(String body, RegionCode region) {
        return byAccount.values().stream()
                .filter(person -> person.handles(body, region))
                .map(person -> new Officers.Officer(person.account(), person.name()))
                .toList();
    }

    /** The citizen of that identity number; nobody of the crowd, who are found by account only. */
    Optional<PersonId> resident(String identityNumber) {
        return byAccount.values().stream()
                .map(Person::signedIn)
                .filter(
                        it ->
                                it.details() != null
                                        && it.details().identityNumber().equals(identityNumber))
                .map(it -> it.scope().person())
                .filter(Objects::nonNull)
                .findFirst();
    }

    Optional<SignedIn> find(String account) {
        return person(account).map(Person::signedIn);
    }

    /** The person whose account and password these are. */
    Optional<SignedIn> find(String account, String password) {
        Person person = person(account).orElse(null);
        // Compared in constant time, and also for an account that is not there.
        String expected = person == null ? "" : person.password();
        boolean right = MessageDigest.isEqual(bytes(expected), bytes(password));
        return person != null && right ? Optional.of(person.signedIn()) : Optional.empty();
    }

    private Optional<Person> person(String account) {
        return Optional.ofNullable(byAccount.get(account))
                .or(() -> crowd == null ? Optional.empty() : crowd.find(account));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
