package org.banshi.web.officer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.banshi.app.casefile.OpenCases;
import org.banshi.app.signin.SignedIn;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.text.Text;
import org.banshi.process.policy.PersonsByNumber;
import org.banshi.query.contract.access.Scope;
import org.banshi.query.contract.casefile.CaseFile;
import org.banshi.query.contract.progress.CaseStatus;
import org.banshi.query.contract.progress.FindRelatedCases;
import org.banshi.query.contract.progress.Progress;
import org.banshi.web.write.Reads;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Other cases of the applicant and of those whom the form names, and open ones that somebody else
 * filed for the same person, as far as the officer's own office reaches. Nothing tells whether
 * there are others elsewhere.
 */
@Component
class RelatedCases {

    private static final Pattern IDENTITY = Pattern.compile("\\d{17}[0-9Xx]");

    private static final String HOLDER = "holderIdentityNumber";

    /** Households are smaller; a roster of a hundred workers is none. */
    private static final int MOST_MEMBERS = 20;

    /** A case, and how it stands in words. */
    record Related(Progress.Row row, Text status) {}

    private final Reads reads;
    private final PersonsByNumber persons;
    private final OpenCases open;

    RelatedCases(Reads reads, PersonsByNumber persons, OpenCases open) {
        this.reads = reads;
        this.persons = persons;
        this.open = open;
    }

    List<Related> of(SignedIn who, CaseFile file) {
        Scope all = who.scope();
        Scope office = new Scope(all.account(), null, all.roles(), all.body(), all.region());
        return reads
                .list(
                        new FindRelatedCases(
                                file.number(), household(file), forTheSame(file), office),
                        Progress.Row.class)
                .stream()
                .map(row -> new Related(row, status(row)))
                .toList();
    }

    private static Text status(Progress.Row row) {
        return CaseStatus.of(row.status())
                .map(CaseStatus::words)
                .orElse(Text.of(row.status(), row.status()));
    }

    private List<PersonId> household(CaseFile file) {
        Set<String> numbers = new LinkedHashSet<>();
        gather(file.form().values(), numbers);
        Applicant applicant = file.applicant();
        if (applicant != null) {
            numbers.remove(applicant.identityNumber());
        }
        List<PersonId> household = new ArrayList<>();
        if (numbers.size() <= MOST_MEMBERS) {
            numbers.forEach(number -> household.addAll(persons.find(number)));
        }
        return household;
    }

    /** What is open for whom the form names, or for the applicant where it names nobody. */
    private List<ApplicationId> forTheSame(CaseFile file) {
        Applicant applicant = file.applicant();
        String number =
                file.form().values().get(HOLDER) instanceof String named && !named.isBlank()
                        ? named
                        : applicant == null ? null : applicant.identityNumber();
        return number == null ? List.of() : open.of(number);
    }

    private static void gather(@Nullable Object value, Set<String> numbers) {
        if (value instanceof Map<?, ?> map) {
            map.values().forEach(part -> gather(part, numbers));
        } else if (value instanceof List<?> list) {
            list.forEach(part -> gather(part, numbers));
        } else if (value instanceof String text && IDENTITY.matcher(text).matches()) {
            numbers.add(text);
        }
    }
}
