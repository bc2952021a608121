package org.banshi.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.banshi.app.demo.Api.Account;
import org.banshi.app.demo.Api.Caller;

/**
 * A person with a disability: from the application over assessment and public notice to the
 * certificate. Somebody of the crowd plays them, because nobody gets two.
 */
final class DisabilityStory implements FamilyStory {

    private static final String SERVICE = "disability-certificate";
    private static final String APPROVED = "approved-after-notice";
    private static final int CROWD = 100_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Override
    public String family() {
        return "disability";
    }

    @Override
    public void tell(Troupe troupe) throws Exception {
        int somebody = 1 + ThreadLocalRandom.current().nextInt(CROWD);
        Account citizen =
                new Account(
                        "citizen-%06d".formatted(somebody),
                        troupe.cast().account("li-mei").password());
        HttpPlayer player = troupe.play(SERVICE, troupe.scenario(SERVICE, APPROVED), citizen);
        String grade = HttpPlayer.resultLine(player.ending(), "grade");
        JsonNode certificate = awaitCertificate(troupe.api().as(citizen));
        System.out.printf(
                "%n%s: certificate %s, valid until %s%n",
                grade,
                certificate.path("number").asText(),
                certificate.path("validUntil").asText());
    }

    /** The approval opens it a moment later. */
    private static JsonNode awaitCertificate(Caller holder) throws SurpriseException {
        return Waiting.until(
                PATIENCE,
                "the certificate",
                () -> Optional.ofNullable(holder.get("/api/v1/certificates").get(0)));
    }
}
