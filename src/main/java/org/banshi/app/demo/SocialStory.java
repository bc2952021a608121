package org.banshi.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.YearMonth;

/** A household in need: from the application to the allowance. */
final class SocialStory implements FamilyStory {

    static final String SERVICE = "minimum-living-allowance";
    static final String APPROVED = "guangzhou-approved-after-supplement";

    @Override
    public String family() {
        return "social";
    }

    @Override
    public void tell(Troupe troupe) throws Exception {
        HttpPlayer player =
                troupe.play(
                        SERVICE,
                        troupe.scenario(SERVICE, APPROVED),
                        troupe.cast().account("li-mei"));
        JsonNode ending = player.ending();
        String amount = HttpPlayer.resultLine(ending, "monthlyAmount");
        String month = HttpPlayer.resultLine(ending, "firstMonth");
        YearMonth next = YearMonth.from(troupe.clock().today()).plusMonths(1);
        if (!month.equals(next.toString())) {
            throw new SurpriseException("the first month is " + month + " instead of " + next);
        }
        System.out.printf(
                "%n%s yuan a month from month %s%s%n",
                amount,
                month,
                ending.path("provisional").asBoolean()
                        ? " (standard provisional: to be confirmed by the city)"
                        : "");
    }
}
