package org.banshi.command.domain.mandate;

import java.util.Collections;
import java.util.Set;
import org.banshi.command.contract.mandate.MandateBasis;
import org.banshi.command.contract.mandate.MandateCommand.Prove;

/**
 * Which papers prove which mandate: what a grantor wants stands in a power of attorney (民法典 165);
 * who looks after a child stands in the books of the household or in the certificate of birth (27);
 * who looks after an adult, or after a child in place of the parents, stands in a ruling or an
 * appointment (24, 31).
 */
final class MandatePapers {

    private static final Set<String> ENTRUSTED = Set.of("power-of-attorney");

    /** They hold until they are lifted; the others end with full age. */
    private static final Set<String> LASTING =
            Set.of("guardianship-ruling", "guardian-appointment");

    private static final Set<String> PARENTS = Set.of("household-book", "birth-certificate");

    private MandatePapers() {}

    /** Whether one of the papers proves what is to be noted. */
    static boolean prove(Prove command) {
        if (command.basis() == MandateBasis.ENTRUSTED) {
            return holdsOne(command, ENTRUSTED);
        }
        if (command.basis() != MandateBasis.GUARDIAN) {
            return false;
        }
        boolean ends = command.terms().until() != null;
        return holdsOne(command, LASTING) || ends && command.minor() && holdsOne(command, PARENTS);
    }

    private static boolean holdsOne(Prove command, Set<String> papers) {
        return !Collections.disjoint(command.papers(), papers);
    }
}
