package org.banshi.app.letter;

import java.util.List;
import org.banshi.command.contract.application.Remedy;
import org.banshi.command.contract.arbitration.Finality;
import org.banshi.command.contract.arbitration.Role;
import org.banshi.command.domain.arbitration.ArbitrationRemedies;

/** The ways to contest a document that has not been served, as the rules of the case have them. */
public final class OpenRemedies {

    private OpenRemedies() {}

    /** Against an award, for a party of that role; without last days. */
    public static List<Remedy> ofAward(Finality finality, Role role) {
        return ArbitrationRemedies.open(finality, role);
    }
}
