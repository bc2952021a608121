package org.banshi.app.signin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.banshi.app.platform.StartUpException;
import org.jspecify.annotations.Nullable;

/** The people of the demo profile. */
final class DemoPeople {

    /** Outside a demo. */
    static final DemoPeople NOBODY = new DemoPeople(List.of(), null);

    private final List<DemoPerson> people;
    private final @Nullable DemoCrowd crowd;
    private @Nullable String crowdHash;

    private DemoPeople(List<DemoPerson> people, @Nullable DemoCrowd crowd) {
        this.people = people;
        this.crowd = crowd;
    }

    /**
     * Read them.
     *
     * @throws StartUpException when the file is there but cannot be understood
     */
    static DemoPeople read(Path file) {
        if (!Files.exists(file)) {
            return new DemoPeople(List.of(), null);
        }
        ObjectMapper yaml =
                new ObjectMapper(new YAMLFactory())
                        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        try {
            Listing listing = yaml.readValue(file.toFile(), Listing.class);
            return new DemoPeople(listing.people(), listing.crowd());
        } catch (JsonProcessingException e) {
            throw new StartUpException(
                    "%s, line %d: %s"
                            .formatted(file, e.getLocation().getLineNr(), e.getOriginalMessage()),
                    e);
        } catch (IOException e) {
            throw new StartUpException("cannot read " + file, e);
        }
    }

    record Listing(List<DemoPerson> people, @Nullable DemoCrowd crowd) {}

    /** The list of accounts for the terminal, in the order of the file. */
    List<String> describe() {
        if (people.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(List.of("Demo accounts (account, password):", ""));
        people.forEach(person -> lines.add(person.describe()));
        return lines;
    }

    /** Gives everybody an account who has none yet. */
    void open(Accounts accounts, Passwords passwords) {
        Map<String, String> hashes = new HashMap<>();
        for (DemoPerson person : people) {
            if (!accounts.exists(person.account())) {
                String hash = hashes.computeIfAbsent(person.password(), passwords::hash);
                accounts.add(person.toAccount(), hash, false, true);
            }
        }
    }

    /** Gives a member of the crowd an account; they are found by account only. */
    void openCrowd(String account, Accounts accounts, Passwords passwords) {
        if (crowd != null) {
            crowd.find(account)
                    .ifPresent(it -> accounts.add(it, crowdsHash(passwords), false, false));
        }
    }

    private synchronized String crowdsHash(Passwords passwords) {
        if (crowdHash == null) {
            crowdHash = passwords.hash(Objects.requireNonNull(crowd).password());
        }
        return crowdHash;
    }
}
