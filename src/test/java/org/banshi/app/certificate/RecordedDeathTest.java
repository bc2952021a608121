package org.banshi.app.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.app.BanshiTest;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.benefit.BenefitCommand;
import org.banshi.command.contract.benefit.BenefitId;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.person.IdentityNumber;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.person.RecordedDeaths;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.process.policy.PersonsByNumber;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** What an office decided after a death, and an application that counts who died as a member. */
@BanshiTest
class RecordedDeathTest {

    private static final String FIRST_17 = "44010619041102482";
    private static final String NUMBER = FIRST_17 + IdentityNumber.checkDigit(FIRST_17);

    private final CommandGateway commands;
    private final PersonsByNumber persons;
    private final RecordedDeaths deaths;
    private final BusinessClock clock;
    private final TestRestTemplate http;

    @Autowired
    RecordedDeathTest(
            CommandGateway commands,
            PersonsByNumber persons,
            RecordedDeaths deaths,
            BusinessClock clock,
            TestRestTemplate http) {
        this.commands = commands;
        this.persons = persons;
        this.deaths = deaths;
        this.clock = clock;
        this.http = http;
    }

    @Test
    void a_household_does_not_count_who_died_and_nobody_is_told_of_the_death() {
        BenefitId benefit = new BenefitId(UUID.randomUUID().toString());
        grant(benefit, persons.find(NUMBER).iterator().next());
        commands.sendAndWait(
                new BenefitCommand.Stop(
                        benefit, "去世", "规则", clock.today(), clock.today(), "演示继承人", stamp()));

        ResponseEntity<JsonNode> refused = apply(NUMBER);

        assertThat(refused.getStatusCode().value())
                .as(String.valueOf(refused.getBody()))
                .isEqualTo(409);
        assertThat(String.valueOf(refused.getBody()))
                .contains("person-to-be-verified")
                .contains("核实")
                .doesNotContain("死亡")
                .doesNotContain("去世")
                .doesNotContain(NUMBER);

        commands.sendAndWait(new BenefitCommand.Resume(benefit, null, "本人健在", stamp()));
        assertThat(deaths.includes(NUMBER)).isFalse();
    }

    private void grant(BenefitId benefit, PersonId person) {
        LocalDate month = clock.today().withDayOfMonth(1);
        commands.sendAndWait(
                new BenefitCommand.Grant(
                        benefit,
                        new ApplicationId(UUID.randomUUID().toString()),
                        person,
                        new ServiceVersion("destitute-support", 1),
                        new RegionCode("440106001"),
                        "destitute-support",
                        new BigDecimal("1981.00"),
                        month,
                        null,
                        null,
                        1,
                        null,
                        null,
                        null,
                        null,
                        stamp()));
    }

    private Stamp stamp() {
        return new Stamp(clock.now(), Actor.system("test-office"));
    }

    private ResponseEntity<JsonNode> apply(String member) {
        HttpHeaders headers = new HttpHeaders();
        headers.setBearerAuth(token());
        headers.set("Idempotency-Key", UUID.randomUUID().toString());
        return http.postForEntity(
                "/api/v1/applications",
                new HttpEntity<>(
                        Map.of(
                                "service",
                                "temporary-assistance",
                                "region",
                                "440106",
                                "form",
                                form(member),
                                "materials",
                                List.of()),
                        headers),
                JsonNode.class);
    }

    private static Map<String, Object> form(String member) {
        return Map.of(
                "type",
                "spending",
                "cause",
                "住院",
                "address",
                "演示地址 1 号",
                "familySize",
                2,
                "monthlyIncome",
                0,
                "expense",
                30000,
                "allowanceFamily",
                false,
                "sameCauseBefore",
                false,
                "promise",
                true,
                "members",
                List.of(Map.of("name", "演示故人", "identityNumber", member, "authority", "missing")));
    }

    private String token() {
        return Objects.requireNonNull(
                        http.postForObject(
                                "/api/v1/sessions",
                                Map.of("account", "li-mei", "password", "banshi-demo"),
                                JsonNode.class))
                .path("token")
                .asText();
    }
}
