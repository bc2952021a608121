package org.banshi.web.write;

import java.time.Instant;
import java.util.regex.Pattern;
import org.banshi.app.access.Access.Ground;
import org.banshi.app.access.Access.Kind;
import org.banshi.app.access.Access.Outcome;
import org.banshi.app.access.AccessSearch;
import org.banshi.app.access.Accesses;
import org.banshi.app.access.JournalCheck;
import org.banshi.app.access.Looked;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.text.Text;
import org.banshi.process.policy.Residents;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Looks into the journal of access, each of which it notes first; also what others have to state.
 */
@Component
public class AccessLooks {

    /** Of an order or a complaint; so narrow that nobody can be named in it. */
    private static final Pattern REFERENCE = Pattern.compile("[A-Z0-9][A-Z0-9./-]{2,39}");

    /** A number that stands for somebody may not be a reference. */
    private static final Pattern NUMBER = Pattern.compile("\\d{11}|\\d{17}[\\dX]");

    private final Accesses accesses;
    private final AccessSearch search;
    private final JournalCheck check;
    private final Residents residents;

    public AccessLooks(
            Accesses accesses, AccessSearch search, JournalCheck check, Residents residents) {
        this.accesses = accesses;
        this.search = search;
        this.check = check;
        this.residents = residents;
    }

    /**
     * What is looked for, as asked; null where it does not matter.
     *
     * @param ground needed where a person is looked for
     */
    public record Asked(
            @Nullable String person,
            @Nullable String identityNumber,
            @Nullable String number,
            @Nullable String account,
            @Nullable Kind kind,
            @Nullable Outcome outcome,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable Ground ground,
            @Nullable String reference) {

        /** An identity number may be in it. */
        @Override
        public String toString() {
            return "Asked";
        }
    }

    /**
     * Notes the search, then makes it.
     *
     * @param before position to go on before; null for the newest
     * @throws ProblemException when a person is looked for without a ground, or is nobody here
     */
    public AccessSearch.Page search(Asked asked, @Nullable Long before, int limit) {
        String person = person(asked);
        if (person != null || asked.ground() != null) {
            state(Kind.SEARCH, asked.ground(), asked.reference(), person, asked.number());
        } else {
            note(asked.number());
            accesses.declare(Kind.SEARCH, Ground.AUDIT, reference(asked.reference()));
        }
        return search.find(
                new AccessSearch.Wanted(
                        person,
                        asked.number(),
                        asked.account(),
                        asked.kind(),
                        asked.outcome(),
                        asked.from(),
                        asked.until()),
                before,
                limit);
    }

    private @Nullable String person(Asked asked) {
        if (asked.identityNumber() == null) {
            return asked.person();
        }
        return residents
                .find(asked.identityNumber())
                .map(PersonId::value)
                .orElseThrow(() -> ProblemException.of(ProblemKind.RESIDENT_UNKNOWN));
    }

    /** Checks all of the journal. */
    public JournalCheck.Found verify() {
        return check.check();
    }

    /**
     * Notes what is about to be shown, on the ground that its caller states.
     *
     * @throws ProblemException when the ground or the reference is none
     */
    public void state(
            Kind kind,
            @Nullable Ground ground,
            @Nullable String reference,
            @Nullable String person,
            @Nullable String number) {
        if (ground == null || !ground.stated()) {
            throw ProblemException.of(
                    ProblemKind.INVALID_REQUEST,
                    "/ground",
                    "required",
                    Text.of("请选择事由。", "State a ground."));
        }
        String checked = reference(reference);
        if (person != null) {
            Looked.atPerson(person);
        }
        note(number);
        accesses.declare(kind, ground, checked);
    }

    private static void note(@Nullable String number) {
        if (number != null && number.matches("[0-9A-Z-]{6,40}")) {
            Looked.atCase(number);
        }
    }

    private static @Nullable String reference(@Nullable String reference) {
        if (reference == null || reference.isBlank()) {
            return null;
        }
        String stripped = reference.strip();
        if (!REFERENCE.matcher(stripped).matches() || NUMBER.matcher(stripped).matches()) {
            throw ProblemException.of(
                    ProblemKind.INVALID_REQUEST,
                    "/reference",
                    "pattern",
                    Text.of(
                            "文号须为 3 至 40 位大写字母、数字、. / -，不得填写身份证号或手机号。",
                            "3 to 40 capital letters, digits, . / -; no identity or phone number."));
        }
        return stripped;
    }
}
