package org.banshi.command.domain.invented;

import java.time.LocalDate;
import java.time.LocalTime;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;

/** The people of the tests, none of whom lives. */
public final class People {

    public static final PersonId LIN = new PersonId("person-lin");
    public static final RegionCode TOWN = new RegionCode("440106001");
    public static final Applicant LINS_DETAILS =
            new Applicant("林小灯", "440106190503071237", "13800000000", "lin@example.org");

    public static final Actor LIN_SELF = Actor.citizen("lin", LIN);
    public static final Actor AGENT =
            new Actor(Actor.Kind.CITIZEN, "agent", new PersonId("person-agent"), LIN, null, null);
    public static final Actor STRANGER = Actor.citizen("wu", new PersonId("person-wu"));
    public static final Actor CLERK = Actor.officer("clerk", "town", TOWN);
    public static final Actor COUNTY =
            Actor.officer("county-clerk", "county-civil", new RegionCode("440106"));
    public static final Actor PROCESS = Actor.system("engine");

    private People() {}

    /** At nine in the morning, Guangzhou time. */
    public static Stamp on(String day, Actor by) {
        return new Stamp(
                LocalDate.parse(day).atTime(LocalTime.of(9, 0)).atZone(Stamp.ZONE).toInstant(), by);
    }
}
