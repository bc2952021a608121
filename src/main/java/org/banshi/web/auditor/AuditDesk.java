package org.banshi.web.auditor;

import java.util.Optional;
import org.banshi.app.audit.look.Look;
import org.banshi.app.audit.look.Looks;
import org.banshi.app.audit.look.Purpose;
import org.banshi.app.signin.SignedIn;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.web.write.Access;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * What all pages of the console have in common: who looks, under which order, and that it is kept.
 */
@Component
class AuditDesk {

    private final Looks looks;

    AuditDesk(Looks looks) {
        this.looks = looks;
    }

    /** The auditor; anybody else is refused. The page is told under which order. */
    SignedIn enter(@Nullable SignedIn caller, Model model) {
        SignedIn who = Access.require(caller, Role.AUDITOR);
        model.addAttribute("purpose", purpose(who).orElse(null));
        return who;
    }

    /** Why the auditor looks; what is personal is only shown to who has said so. */
    Optional<Purpose> purpose(SignedIn who) {
        return looks.purpose(who.account());
    }

    /** Records a look; to be called before anything is shown. */
    void looked(SignedIn who, Look.Kind kind, String object, @Nullable Long position) {
        looks.record(who.account(), new Look(kind, object, position), purpose(who).orElse(null));
    }
}
