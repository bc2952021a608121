package org.banshi.command.domain.arbitration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.banshi.command.domain.arbitration.ArbitrationCases.DIRECTOR;
import static org.banshi.command.domain.arbitration.ArbitrationCases.DOCKET;
import static org.banshi.command.domain.arbitration.ArbitrationCases.FACTORY;
import static org.banshi.command.domain.arbitration.ArbitrationCases.FACTORY_NUMBER;
import static org.banshi.command.domain.arbitration.ArbitrationCases.accepted;
import static org.banshi.command.domain.arbitration.ArbitrationCases.claim;
import static org.banshi.command.domain.arbitration.ArbitrationCases.decided;
import static org.banshi.command.domain.arbitration.ArbitrationCases.docket;
import static org.banshi.command.domain.arbitration.ArbitrationCases.docketed;
import static org.banshi.command.domain.arbitration.ArbitrationCases.factory;
import static org.banshi.command.domain.arbitration.ArbitrationCases.form;
import static org.banshi.command.domain.arbitration.ArbitrationCases.groupOf;
import static org.banshi.command.domain.arbitration.ArbitrationCases.lin;
import static org.banshi.command.domain.arbitration.ArbitrationCases.served;
import static org.banshi.command.domain.arbitration.ArbitrationCases.told;
import static org.banshi.command.domain.invented.CaseFixture.CASE;
import static org.banshi.command.domain.invented.CaseFixture.aCaseOf;
import static org.banshi.command.domain.invented.CaseFixture.due;
import static org.banshi.command.domain.invented.People.LIN;
import static org.banshi.command.domain.invented.People.LIN_SELF;
import static org.banshi.command.domain.invented.People.PROCESS;
import static org.banshi.command.domain.invented.People.STRANGER;
import static org.banshi.command.domain.invented.People.on;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.test.matchers.Matchers;
import org.banshi.command.contract.arbitration.ArbitrationCommand.AddParty;
import org.banshi.command.contract.arbitration.ArbitrationCommand.Docket;
import org.banshi.command.contract.arbitration.ArbitrationCommand.OpenAccess;
import org.banshi.command.contract.arbitration.ArbitrationEvent;
import org.banshi.command.contract.arbitration.ClaimKind;
import org.banshi.command.contract.arbitration.PartyDetails;
import org.banshi.command.contract.arbitration.Restart;
import org.banshi.command.contract.arbitration.Role;
import org.banshi.command.contract.arbitration.Side;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.domain.invented.CaseFixture;
import org.banshi.command.domain.invented.InventedService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who takes part, and with which claims the case begins. */
class DocketingTest {

    private static final Docket DOCKETING = new Docket(CASE, on("2026-09-18", PROCESS));

    @Test
    void puts_parties_and_claims_of_the_form_on_the_docket() {
        accepted(form("PAY", "8000.00"))
                .when(DOCKETING)
                .happens(lin(), factory(), claim("c1", ClaimKind.PAY, "8000.00"), docket());
    }

    @Test
    void knows_a_number_however_it_was_typed() {
        Map<String, Object> typed = form("PAY", "8000.00");
        typed.put("respondents", List.of(Map.of("name", "演示灯具厂", "number", "9144 0101ma0000a19b")));

        accepted(typed)
                .when(DOCKETING)
                .happens(
                        lin(),
                        new ArbitrationEvent.PartyJoined(
                                CASE,
                                factory().subject(),
                                "r1",
                                Side.RESPONDENT,
                                Role.EMPLOYER,
                                factory().key(),
                                true,
                                new PartyDetails("演示灯具厂", "9144 0101ma0000a19b", null, null, null)),
                        claim("c1", ClaimKind.PAY, "8000.00"),
                        docket());
    }

    @Test
    void does_so_once() {
        docketed().when(DOCKETING).nothingHappens();
    }

    @Test
    void protects_what_is_personal_to_a_party_with_a_key_of_that_partys_own() {
        List<ArbitrationEvent> events = docketing(groupOf(8, 0), "ordinary");

        Set<PersonId> people = new HashSet<>();
        events.stream()
                .filter(ArbitrationEvent.PartyJoined.class::isInstance)
                .map(it -> ((ArbitrationEvent.PartyJoined) it).subject())
                .forEach(people::add);
        assertThat(people).hasSize(10).contains(LIN, FACTORY);
    }

    @Test
    void lets_nine_act_each_for_itself() {
        assertThat(speaking(docketing(groupOf(8, 0), "ordinary"), Side.CLAIMANT)).hasSize(9);
    }

    @Test
    void files_a_claim_for_each_of_a_group_as_each_is_judged_by_its_own_sum() {
        Map<String, Object> form = new HashMap<>(groupOf(1, 0));
        form.put(
                "members",
                List.of(Map.of("name", "工友", "number", "number-0", "amount", "9000.00")));

        assertThat(docketing(form, "ordinary"))
                .filteredOn(ArbitrationEvent.ClaimFiled.class::isInstance)
                .extracting(it -> (ArbitrationEvent.ClaimFiled) it)
                .extracting(it -> it.claim() + " " + it.party() + " " + it.amount())
                .containsExactly("c1-a1 a1 8000.00", "c1-a2 a2 9000.00");
    }

    @Test
    void lets_three_to_five_represent_twelve_with_a_common_claim() {
        assertThat(speaking(docketing(groupOf(11, 2), "collective"), Side.CLAIMANT))
                .containsExactly("a1", "a2", "a3");
        assertThat(speaking(docketing(groupOf(11, 4), "collective"), Side.CLAIMANT)).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 11})
    void refuses_fewer_than_three_and_more_than_five_representatives(int beside) {
        collective(groupOf(11, beside), "collective").when(DOCKETING).refused("representatives");
    }

    @Test
    void takes_a_roster_of_hundreds() {
        List<ArbitrationEvent> events = docketing(groupOf(399, 4), "collective");

        assertThat(events).filteredOn(ArbitrationEvent.PartyJoined.class::isInstance).hasSize(401);
    }

    @Test
    void needs_a_respondent() {
        Map<String, Object> form = form("PAY", "8000.00");
        form.remove("respondents");

        accepted(form).when(DOCKETING).refused("respondent-missing");
    }

    @Test
    void is_for_items_of_the_family_alone() {
        aCaseOf(InventedService.lanternPermit())
                .applied("2026-09-14")
                .accepted("2026-09-18", "2026-11-02")
                .when(DOCKETING)
                .refused("not-labour-arbitration");
    }

    @Test
    void begins_the_time_anew_when_a_party_is_added() {
        PersonId labour = new PersonId(CASE.value() + "-t1");
        PartyDetails details = new PartyDetails("演示劳务公司", null, null, null, null);

        docketed()
                .when(
                        new AddParty(
                                CASE,
                                Side.THIRD_PARTY,
                                Role.EMPLOYER,
                                details,
                                on("2026-09-21", DOCKET)))
                .happens(
                        new ArbitrationEvent.PartyJoined(
                                CASE,
                                labour,
                                "t1",
                                Side.THIRD_PARTY,
                                Role.EMPLOYER,
                                null,
                                true,
                                details),
                        new ArbitrationEvent.ClockRestarted(
                                CASE,
                                LIN,
                                Restart.PARTY_ADDED,
                                LocalDate.parse("2026-09-21"),
                                due("2026-11-05")));
    }

    @Test
    void bars_the_same_dispute_with_a_respondent_that_is_added() {
        PartyDetails details = new PartyDetails("演示劳务公司", "91440106MA0000B2XX", null, null, null);

        docketed()
                .when(
                        new AddParty(
                                CASE,
                                Side.RESPONDENT,
                                Role.EMPLOYER,
                                details,
                                on("2026-09-21", DOCKET)))
                .happens(
                        new ArbitrationEvent.PartyJoined(
                                CASE,
                                new PersonId(CASE.value() + "-r2"),
                                "r2",
                                Side.RESPONDENT,
                                Role.EMPLOYER,
                                "key-91440106MA0000B2XX",
                                true,
                                details),
                        new ArbitrationEvent.DisputesExtended(
                                CASE,
                                LIN,
                                List.of(
                                        "key-440106190503071237/key-91440106MA0000B2XX/PAY"
                                                + "/2026-03-01",
                                        "key-440106190503071237/key-against/演示劳务公司/PAY"
                                                + "/2026-03-01")),
                        new ArbitrationEvent.ClockRestarted(
                                CASE,
                                LIN,
                                Restart.PARTY_ADDED,
                                LocalDate.parse("2026-09-21"),
                                due("2026-11-05")));
    }

    @Test
    void adds_no_party_before_the_docket_nor_while_a_hearing_is_set() {
        AddParty late =
                new AddParty(
                        CASE,
                        Side.RESPONDENT,
                        Role.EMPLOYER,
                        new PartyDetails("演示劳务公司", null, null, null, null),
                        on("2026-10-20", DOCKET));

        accepted(form("PAY", "8000.00")).when(late).refused("not-docketed");
        told().when(late).refused("hearing-set-before");
    }

    @Test
    void opens_the_case_to_the_account_that_has_the_code_of_the_papers_served() {
        served().when(open("r1", "code-r1", DIRECTOR))
                .happens(
                        new ArbitrationEvent.AccessOpened(
                                CASE, FACTORY, "r1", new PersonId("person-he")));
    }

    @Test
    void opens_it_to_the_clerk_of_the_company_that_is_sued_and_of_no_other() {
        PersonId sued = new PersonId("organisation-" + FACTORY_NUMBER);
        PersonId other = new PersonId("organisation-91440106MA0000B2XX");

        served().when(open("r1", "code-r1", clerkOf(sued)))
                .happens(new ArbitrationEvent.AccessOpened(CASE, FACTORY, "r1", sued));
        served().when(open("r1", "code-r1", clerkOf(other))).refused("other-organisation");
    }

    private static Actor clerkOf(PersonId organisation) {
        return new Actor(
                Actor.Kind.CITIZEN, "he", new PersonId("person-he"), organisation, null, null);
    }

    @Test
    void opens_it_neither_with_another_code_nor_before_service() {
        served().when(open("r1", "code-a1", DIRECTOR)).refused("access-code");
        served().when(open("r9", "code-r9", DIRECTOR)).refused("access-code");
        docketed().when(open("r1", "code-r1", DIRECTOR)).refused("not-served");
    }

    @Test
    void never_lets_one_account_see_both_sides() {
        served().when(open("r1", "code-r1", LIN_SELF)).refused("both-sides");
        served().given(
                        "2026-09-24",
                        DIRECTOR,
                        new ArbitrationEvent.AccessOpened(
                                CASE, FACTORY, "r1", new PersonId("person-he")))
                .when(open("a1", "code-a1", DIRECTOR))
                .refused("both-sides");
        served().when(open("a1", "code-a1", STRANGER)).refused("both-sides");
    }

    private static OpenAccess open(String party, String code, Actor by) {
        return new OpenAccess(CASE, party, code, on("2026-09-25", by));
    }

    private static CaseFixture collective(Map<String, Object> form, String grouping) {
        return accepted(form).given("2026-09-18", PROCESS, decided("grouping", grouping));
    }

    private static List<ArbitrationEvent> docketing(Map<String, Object> form, String grouping) {
        List<ArbitrationEvent> events = new ArrayList<>();
        collective(form, grouping)
                .when(DOCKETING)
                .result()
                .expectSuccessfulHandlerExecution()
                .expectEventsMatching(
                        Matchers.predicate(
                                happened ->
                                        happened.stream()
                                                .map(it -> ((EventMessage<?>) it).getPayload())
                                                .map(ArbitrationEvent.class::cast)
                                                .allMatch(events::add)));
        return events;
    }

    private static List<String> speaking(List<ArbitrationEvent> events, Side side) {
        return events.stream()
                .filter(ArbitrationEvent.PartyJoined.class::isInstance)
                .map(ArbitrationEvent.PartyJoined.class::cast)
                .filter(it -> it.side() == side && it.speaks())
                .map(ArbitrationEvent.PartyJoined::party)
                .toList();
    }
}
