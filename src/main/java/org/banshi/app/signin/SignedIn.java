package org.banshi.app.signin;

import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.text.Text;
import org.banshi.query.contract.access.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Who is logged in; the principal of every authenticated request.
 *
 * @param name shown in the page's head
 * @param scope what the log-in may see
 * @param actor as whom its acts are recorded
 * @param trustLevel Guangdong's levels 2 to 5
 * @param details prefilled in a citizen's application; null for staff
 */
public record SignedIn(
        String account,
        Text name,
        Scope scope,
        Actor actor,
        int trustLevel,
        @Nullable Applicant details) {}
