package org.banshi.command.domain.arbitration;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.banshi.command.contract.arbitration.ArbitrationEvent;
import org.banshi.command.contract.arbitration.ClaimKind;
import org.jspecify.annotations.Nullable;

/** What is claimed and how far each claim has come: it only evolves. */
final class Claims {

    /** Where a claim stands. */
    enum Standing {
        FILED,
        IN_THE_CASE,
        REFUSED,
        /** It counts as withdrawn: nobody came to be heard on it. */
        WITHDRAWN,
        /** Its party took it back. */
        TAKEN_BACK,
        DECIDED;

        /** Whether it is to be decided, or whether it joins the case is. */
        boolean isOpen() {
            return this == FILED || this == IN_THE_CASE;
        }

        /** Whether it can't be brought again. */
        boolean isForGood() {
            return this == WITHDRAWN || this == DECIDED;
        }
    }

    private final Map<String, Claim> claims = new LinkedHashMap<>();

    // By claim, as the case bars them: a party's successor has another key.
    private final Map<String, List<String>> disputes = new HashMap<>();

    /** A claim; {@code amount} is null where it is about no sum, and after an erasure. */
    record Claim(
            String key,
            String party,
            ClaimKind kind,
            LocalDate since,
            boolean counter,
            @Nullable BigDecimal amount,
            Standing standing) {

        private Claim now(Standing next) {
            return new Claim(key, party, kind, since, counter, amount, next);
        }
    }

    void on(ArbitrationEvent.ClaimFiled filed) {
        claims.put(
                filed.claim(),
                new Claim(
                        filed.claim(),
                        filed.party(),
                        filed.kind(),
                        filed.since(),
                        filed.counter(),
                        filed.amount(),
                        filed.decideBy() == null ? Standing.IN_THE_CASE : Standing.FILED));
    }

    /** The case alone may be about these, beside what it is about already. */
    void bar(String claim, List<String> about) {
        disputes.merge(
                claim,
                about,
                (before, more) ->
                        Stream.concat(before.stream(), more.stream()).distinct().toList());
    }

    void on(ArbitrationEvent.ClaimAccepted accepted) {
        move(accepted.claim(), Standing.IN_THE_CASE);
        bar(accepted.claim(), accepted.disputes());
    }

    void on(ArbitrationEvent.ClaimRefused refused) {
        move(refused.claim(), Standing.REFUSED);
    }

    void on(ArbitrationEvent.ClaimsDeemedWithdrawn withdrawn) {
        withdrawn.claims().forEach(claim -> move(claim, Standing.WITHDRAWN));
    }

    void on(ArbitrationEvent.ClaimsWithdrawn withdrawn) {
        withdrawn.claims().forEach(claim -> move(claim, Standing.TAKEN_BACK));
    }

    void on(ArbitrationEvent.AwardMade award) {
        award.lines().forEach(line -> move(line.claim(), Standing.DECIDED));
    }

    private void move(String key, Standing next) {
        claims.computeIfPresent(key, (name, claim) -> claim.now(next));
    }

    /** Of these, what the others do not bar as well. */
    List<String> barredByNoOther(List<Claim> these) {
        Set<String> others =
                claims.values().stream()
                        .filter(claim -> claim.standing().isOpen() || claim.standing().isForGood())
                        .filter(claim -> !these.contains(claim))
                        .flatMap(claim -> barredBy(claim).stream())
                        .collect(Collectors.toSet());
        return these.stream()
                .flatMap(claim -> barredBy(claim).stream())
                .filter(dispute -> !others.contains(dispute))
                .distinct()
                .toList();
    }

    /** What nobody else may bring because of the claim. */
    List<String> barredBy(Claim claim) {
        return disputes.getOrDefault(claim.key(), List.of());
    }

    Collection<Claim> all() {
        return claims.values();
    }

    Optional<Claim> find(String key) {
        return Optional.ofNullable(claims.get(key));
    }

    /** The claim of that key, or those of each member of a group that share it. */
    List<Claim> named(String key) {
        return claims.values().stream()
                .filter(it -> it.key().equals(key) || it.key().startsWith(key + "-"))
                .toList();
    }

    List<Claim> that(Standing standing) {
        return claims.values().stream().filter(it -> it.standing() == standing).toList();
    }

    /** Those that are not decided. */
    List<Claim> open() {
        return claims.values().stream().filter(it -> it.standing().isOpen()).toList();
    }

    /** Whether a claim of a respondent's own stands there. */
    boolean anyCounter(Standing standing) {
        return that(standing).stream().anyMatch(Claim::counter);
    }

    /** The key of a claim that is filed next. */
    String nextKey() {
        long highest =
                claims.keySet().stream()
                        .map(key -> key.substring(1).split("-")[0])
                        .mapToLong(Long::parseLong)
                        .max()
                        .orElse(0);
        return "c" + (highest + 1);
    }
}
