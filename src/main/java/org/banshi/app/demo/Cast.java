package org.banshi.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.banshi.app.demo.Api.Account;
import org.banshi.command.contract.place.RegionCode;

/** Who plays in the demo: the demo accounts, by what they may do. */
final class Cast {

    /** One of them. {@code body} is empty for those who are not officers. */
    private record Member(Account account, List<String> roles, String body, String region) {

        boolean looksAfter(String body, RegionCode place) {
            return roles.contains("OFFICER")
                    && this.body.equals(body)
                    && new RegionCode(region).covers(place);
        }
    }

    private final List<Member> members = new ArrayList<>();

    /** Reads the demo people. */
    Cast(Path people) throws IOException {
        JsonNode listing = new ObjectMapper(new YAMLFactory()).readTree(people.toFile());
        for (JsonNode person : listing.path("people")) {
            List<String> roles = new ArrayList<>();
            person.path("roles").forEach(role -> roles.add(role.asText()));
            members.add(
                    new Member(
                            new Account(
                                    person.path("account").asText(),
                                    person.path("password").asText()),
                            roles,
                            person.path("body").asText(),
                            person.path("region").asText()));
        }
    }

    Account account(String name) throws SurpriseException {
        return first(member -> member.account().account().equals(name), "account " + name);
    }

    Account withRole(String role) throws SurpriseException {
        return first(member -> member.roles().contains(role), "account with role " + role);
    }

    Account officer(String body, RegionCode place) throws SurpriseException {
        return first(m -> m.looksAfter(body, place), "officer of " + body + " for " + place);
    }

    private Account first(java.util.function.Predicate<Member> wanted, String what)
            throws SurpriseException {
        return members.stream()
                .filter(wanted)
                .findFirst()
                .orElseThrow(() -> new SurpriseException("the demo has no " + what))
                .account();
    }
}
