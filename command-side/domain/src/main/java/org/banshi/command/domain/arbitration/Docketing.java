package org.banshi.command.domain.arbitration;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.arbitration.ArbitrationCommand.AddParty;
import org.banshi.command.contract.arbitration.ArbitrationCommand.Docket;
import org.banshi.command.contract.arbitration.ArbitrationCommand.OpenAccess;
import org.banshi.command.contract.arbitration.ArbitrationEvent;
import org.banshi.command.contract.arbitration.ClaimKind;
import org.banshi.command.contract.arbitration.PartyDetails;
import org.banshi.command.contract.arbitration.PartyKeys;
import org.banshi.command.contract.arbitration.Restart;
import org.banshi.command.contract.arbitration.Role;
import org.banshi.command.contract.arbitration.ServedDocument;
import org.banshi.command.contract.arbitration.Side;
import org.banshi.command.contract.calendar.WorkingCalendar;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.organisation.Organisations;
import org.banshi.command.contract.person.IdentityNumber;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.domain.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/** Decides who takes part and with which claims the case begins. */
final class Docketing {

    /** 劳动争议调解仲裁法 7, 办案规则 5: representatives of ten and more with a common claim. */
    private static final int FEWEST_REPRESENTATIVES = 3;

    private static final int MOST_REPRESENTATIVES = 5;

    private Docketing() {}

    static Verdict docket(
            ArbitrationCase it, ArbitrationState state, Docket command, PartyKeys keys) {
        Applicant applicant = it.details();
        if (state.docketed() || applicant == null) {
            return Verdict.NOTHING;
        }
        Map<String, @Nullable Object> facts = it.factsWithoutFamily(command.stamp().day());
        Filed filed = new Filed(facts);
        boolean collective =
                facts.get(ArbitrationWords.GROUPING) instanceof Map<?, ?> grouping
                        && ArbitrationWords.COLLECTIVE.equals(grouping.get("outcome"));
        long representatives = 1 + filed.members().stream().filter(m -> m.represents()).count();
        if (collective
                && (representatives < FEWEST_REPRESENTATIVES
                        || representatives > MOST_REPRESENTATIVES)) {
            return Verdict.refused(ArbitrationRefusals.REPRESENTATIVES);
        }
        if (filed.respondents().isEmpty()) {
            return Verdict.refused(ArbitrationRefusals.RESPONDENT_MISSING);
        }
        List<ArbitrationEvent.PartyJoined> parties =
                parties(it, applicant, filed, collective, keys);
        List<ArbitrationEvent.ClaimFiled> claims = claims(it, filed);
        List<Event> events = new ArrayList<>(parties);
        events.addAll(claims);
        events.add(
                new ArbitrationEvent.Docketed(
                        it.id(), it.subject(), collective, disputes(parties, claims, keys)));
        return new Verdict.Happens(events);
    }

    private static List<ArbitrationEvent.PartyJoined> parties(
            ArbitrationCase it,
            Applicant applicant,
            Filed filed,
            boolean collective,
            PartyKeys keys) {
        List<ArbitrationEvent.PartyJoined> parties = new ArrayList<>();
        PartyDetails self =
                new PartyDetails(
                        applicant.name(),
                        applicant.identityNumber(),
                        applicant.phone(),
                        null,
                        null);
        Role role = filed.applicantRole();
        parties.add(joined(it, it.subject(), "a1", Side.CLAIMANT, role, true, self, keys));
        int number = 1;
        for (Filed.Person member : filed.members()) {
            String key = "a" + ++number;
            parties.add(
                    joined(
                            it,
                            Parties.personOf(it.id(), key),
                            key,
                            Side.CLAIMANT,
                            role,
                            !collective || member.represents(),
                            member.details(),
                            keys));
        }
        Role other = role == Role.WORKER ? Role.EMPLOYER : Role.WORKER;
        number = 0;
        for (Filed.Person respondent : filed.respondents()) {
            String key = "r" + ++number;
            parties.add(
                    joined(
                            it,
                            Parties.personOf(it.id(), key),
                            key,
                            Side.RESPONDENT,
                            other,
                            true,
                            respondent.details(),
                            keys));
        }
        return parties;
    }

    /** Each member of a group has claims of its own, since each is judged by its own sum. */
    private static List<ArbitrationEvent.ClaimFiled> claims(ArbitrationCase it, Filed filed) {
        List<Filed.Person> members = filed.members();
        List<ArbitrationEvent.ClaimFiled> claims = new ArrayList<>();
        int number = 0;
        for (Filed.Claim claim : filed.claims()) {
            String key = "c" + ++number;
            boolean group = !members.isEmpty();
            claims.add(
                    filed(
                            it,
                            it.subject(),
                            group ? key + "-a1" : key,
                            "a1",
                            claim,
                            claim.amount()));
            for (int i = 0; i < members.size(); i++) {
                String party = "a" + (i + 2);
                BigDecimal own = number == 1 ? members.get(i).amount() : null;
                claims.add(
                        filed(
                                it,
                                Parties.personOf(it.id(), party),
                                key + "-" + party,
                                party,
                                claim,
                                own == null ? claim.amount() : own));
            }
        }
        return claims;
    }

    private static ArbitrationEvent.ClaimFiled filed(
            ArbitrationCase it,
            PersonId person,
            String key,
            String party,
            Filed.Claim claim,
            @Nullable BigDecimal amount) {
        return new ArbitrationEvent.ClaimFiled(
                it.id(),
                person,
                key,
                party,
                claim.kind(),
                claim.since(),
                false,
                null,
                amount,
                claim.grounds());
    }

    private static List<String> disputes(
            List<ArbitrationEvent.PartyJoined> parties,
            List<ArbitrationEvent.ClaimFiled> claims,
            PartyKeys keys) {
        List<String> others =
                parties.stream()
                        .filter(party -> party.side() == Side.RESPONDENT)
                        .flatMap(party -> known(party.key(), party.details(), keys).stream())
                        .toList();
        return claims.stream()
                .flatMap(
                        claim ->
                                disputes(
                                        keyOf(claim.party(), parties),
                                        others,
                                        claim.kind(),
                                        claim.since())
                                        .stream())
                .distinct()
                .toList();
    }

    private static @Nullable String keyOf(
            String party, List<ArbitrationEvent.PartyJoined> parties) {
        return parties.stream()
                .filter(it -> it.party().equals(party))
                .map(ArbitrationEvent.PartyJoined::key)
                .findFirst()
                .orElse(null);
    }

    /** What makes two disputes the same; none where the number of whoever claims is unknown. */
    static List<String> disputes(
            @Nullable String claimant, List<String> others, ClaimKind kind, LocalDate since) {
        return claimant == null
                ? List.of()
                : others.stream()
                        .map(other -> claimant + "/" + other + "/" + kind + "/" + since)
                        .toList();
    }

    /** Whether a dispute is one of that claimant's about this. */
    static boolean isAbout(
            String dispute, @Nullable String claimant, ClaimKind kind, LocalDate since) {
        return dispute.startsWith(claimant + "/") && dispute.endsWith("/" + kind + "/" + since);
    }

    /** By what a party is known again as the other side; {@code details} null after an erasure. */
    static List<String> known(
            @Nullable String booking, @Nullable PartyDetails details, PartyKeys keys) {
        List<String> known = new ArrayList<>();
        if (booking != null) {
            known.add(booking);
        }
        if (details != null) {
            OtherSide.byName(details.name(), details.number(), keys).ifPresent(known::add);
        }
        return known;
    }

    static Verdict addParty(
            ArbitrationCase it,
            ArbitrationState state,
            AddParty command,
            PartyKeys keys,
            ServiceDefinition definition,
            WorkingCalendar calendar) {
        if (!state.docketed()) {
            return Verdict.refused(ArbitrationRefusals.NOT_DOCKETED);
        }
        if (state.rulings().over() || state.rulings().settlementOpen()) {
            return Verdict.refused(HearingRefusals.RULED);
        }
        if (state.hearings().set() != null) {
            return Verdict.refused(HearingRefusals.HEARING_IS_SET);
        }
        String key = state.parties().nextKey(command.side());
        LocalDate today = command.stamp().day();
        ArbitrationEvent.PartyJoined joined =
                joined(
                        it,
                        Parties.personOf(it.id(), key),
                        key,
                        command.side(),
                        command.role(),
                        true,
                        command.details(),
                        keys);
        List<Event> events = new ArrayList<>(List.of(joined));
        List<String> disputes = Claiming.disputesWith(joined, state, keys);
        if (!disputes.isEmpty()) {
            events.add(new ArbitrationEvent.DisputesExtended(it.id(), it.subject(), disputes));
        }
        events.add(
                new ArbitrationEvent.ClockRestarted(
                        it.id(),
                        it.subject(),
                        Restart.PARTY_ADDED,
                        today,
                        it.dueFrom(today, definition, calendar)));
        return new Verdict.Happens(events);
    }

    /** The applicant's successor is the same party, under a key of their own. */
    static List<Event> succeeded(
            ArbitrationCase it,
            ArbitrationState state,
            PersonId successor,
            Applicant details,
            PartyKeys keys) {
        return state.parties().all().stream()
                .filter(party -> party.person().equals(it.subject()))
                .findFirst()
                .map(
                        party ->
                                List.<Event>of(
                                        joined(
                                                it,
                                                successor,
                                                party.key(),
                                                party.side(),
                                                party.role(),
                                                party.speaks(),
                                                new PartyDetails(
                                                        details.name(),
                                                        details.identityNumber(),
                                                        details.phone(),
                                                        null,
                                                        null),
                                                keys),
                                        new ArbitrationEvent.AccessOpened(
                                                it.id(), successor, party.key(), successor)))
                .orElse(List.of());
    }

    /** With the code on the papers that were served on the party. */
    static Verdict openAccess(
            ArbitrationCase it,
            ArbitrationState state,
            OpenAccess command,
            PartyKeys keys,
            Organisations organisations) {
        Actor by = command.stamp().by();
        PersonId person = by.onBehalfOf() == null ? by.person() : by.onBehalfOf();
        Parties.Party party = state.parties().find(command.party()).orElse(null);
        if (person == null
                || party == null
                || !keys.code(it.id(), party.key()).equals(command.code())) {
            return Verdict.refused(ArbitrationRefusals.CODE_WRONG);
        }
        boolean another =
                party.booking() != null
                        && organisations
                                .code(person)
                                .filter(code -> !keys.of(code).equals(party.booking()))
                                .isPresent();
        if (another) {
            return Verdict.refused(ArbitrationRefusals.OTHER_ORGANISATION);
        }
        if (person.equals(it.subject()) != (party.person().equals(it.subject()))
                || otherSide(person, party, state)) {
            return Verdict.refused(ArbitrationRefusals.BOTH_SIDES);
        }
        boolean told =
                party.side() == Side.CLAIMANT
                        || state.services().dayOf(party.key(), ServedDocument.CLAIM, 1).isPresent();
        if (!told) {
            return Verdict.refused(ArbitrationRefusals.NOT_SERVED_YET);
        }
        return state.parties().seenBy(person, party)
                ? Verdict.NOTHING
                : Verdict.happens(
                        new ArbitrationEvent.AccessOpened(
                                it.id(), party.person(), party.key(), person));
    }

    private static boolean otherSide(PersonId person, Parties.Party party, ArbitrationState state) {
        return state.parties().all().stream()
                .filter(other -> other.side() != party.side())
                .anyMatch(other -> state.parties().seenBy(person, other));
    }

    private static ArbitrationEvent.PartyJoined joined(
            ArbitrationCase it,
            PersonId person,
            String key,
            Side side,
            Role role,
            boolean speaks,
            PartyDetails details,
            PartyKeys keys) {
        String number = details.number();
        return new ArbitrationEvent.PartyJoined(
                it.id(),
                person,
                key,
                side,
                role,
                number == null ? null : keys.of(IdentityNumber.canonical(number)),
                speaks,
                details);
    }
}
