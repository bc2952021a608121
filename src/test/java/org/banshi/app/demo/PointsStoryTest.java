package org.banshi.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.banshi.app.BanshiTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;

/**
 * The story of the points family, over HTTP, with engine, policies and readers as they run. On a
 * clock that nobody has moved: points lapse with the years.
 */
@BanshiTest
@DirtiesContext(classMode = ClassMode.BEFORE_CLASS)
class PointsStoryTest {

    @LocalServerPort int port;

    @Test
    void leads_from_the_first_score_to_the_settlement_card_and_can_be_told_again()
            throws Exception {
        Api api = new Api(URI.create("http://localhost:" + port));
        Path home = Path.of("..");
        Cast cast = new Cast(home.resolve("bpmn/demo/people.yaml"));
        Troupe troupe =
                new Troupe(
                        home,
                        api,
                        cast,
                        new Clock(api.as(cast.withRole("OPERATOR"))),
                        new Teller(
                                new PrintStream(System.out, true, StandardCharsets.UTF_8), true));

        new PointsStory().tell(troupe);
        new PointsStory().tell(troupe);

        JsonNode account = api.as(cast.account("zhao-ning")).get("/api/v1/points/account");
        // Born in 1909: everything of example E1 but the points for age, and no penalty.
        assertThat(account.path("score").path("base").decimalValue()).isEqualByComparingTo("138");
        assertThat(account.path("score").path("plus").decimalValue()).isEqualByComparingTo("30");
        assertThat(account.path("score").path("provisional").asBoolean())
                .as("the rules of 2021 have run out")
                .isTrue();
        assertThat(account.path("standings")).hasSize(2);
    }
}
