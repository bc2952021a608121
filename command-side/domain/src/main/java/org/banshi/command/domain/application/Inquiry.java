package org.banshi.command.domain.application;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.banshi.command.contract.application.ApplicationEvent.RegisterAnswered;
import org.banshi.command.contract.application.ApplicationEvent.RegisterAsked;
import org.banshi.command.contract.application.ApplicationEvent.RegisterWithheld;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.person.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * One question to one register. Asked again, it begins anew: what was found before counts no more.
 *
 * @param awaited who is asked about and has no answer yet, by adult
 * @param about which records are meant, by adult
 * @param settled the outcome and what was answered, by adult
 * @param open whether somebody is not settled yet
 */
record Inquiry(
        String register,
        Map<Integer, PersonId> awaited,
        Map<Integer, Map<String, @Nullable Object>> about,
        Map<Integer, Map<String, @Nullable Object>> settled,
        boolean open) {

    /** Stands for the applicant, asked about alone. */
    private static final int ALONE = 0;

    /** One that nobody was asked yet. */
    static Inquiry of(String register) {
        return new Inquiry(register, Map.of(), Map.of(), Map.of(), false);
    }

    /** Who is asked about, null where that answer is not awaited. */
    @Nullable PersonId subject(@Nullable Integer member) {
        return awaited.get(key(member));
    }

    /** How many answers are awaited besides this one. */
    int besides(@Nullable Integer member) {
        return awaited.size() - (awaited.containsKey(key(member)) ? 1 : 0);
    }

    Inquiry on(RegisterAsked event) {
        int member = key(event.member());
        return new Inquiry(
                register,
                with(awaited, member, event.subject()),
                with(open ? about : Map.of(), member, CaseFacts.valuesOf(event.about())),
                open ? settled : Map.of(),
                true);
    }

    Inquiry on(RegisterWithheld event) {
        return new Inquiry(
                register,
                awaited,
                with(open ? about : Map.of(), event.member(), CaseFacts.valuesOf(event.about())),
                with(
                        open ? settled : Map.of(),
                        event.member(),
                        CaseFacts.withOutcome(event.reason().name(), null)),
                event.awaited() > 0);
    }

    Inquiry on(RegisterAnswered event) {
        int member = key(event.member());
        Map<Integer, PersonId> others = new TreeMap<>(awaited);
        others.remove(member);
        return new Inquiry(
                register,
                others,
                about,
                with(
                        settled,
                        member,
                        CaseFacts.withOutcome(event.outcome().name(), event.answer())),
                !others.isEmpty());
    }

    /**
     * What is known by the question's name: of the applicant alone the answer with its {@code
     * outcome}; of the adults a list, each with what was answered, {@code outcome}, {@code name},
     * and under {@code stated} what the form says of them. Who has no answer yet is not in it.
     */
    Object fact(FormData form) {
        Map<String, @Nullable Object> alone = settled.get(ALONE);
        return alone != null
                ? alone
                : settled.entrySet().stream()
                        .map(it -> ofAdult(it.getKey(), it.getValue(), form))
                        .toList();
    }

    /** The adults whom {@link #fact} tells of, in its order; none where it is the applicant's. */
    List<Integer> adults() {
        return settled.containsKey(ALONE) ? List.of() : List.copyOf(settled.keySet());
    }

    private Map<String, @Nullable Object> ofAdult(
            int member, Map<String, @Nullable Object> answer, FormData form) {
        Map<String, @Nullable Object> known = about.getOrDefault(member, Map.of());
        Map<String, @Nullable Object> fact = new LinkedHashMap<>(answer);
        fact.put("name", known.get("name"));
        fact.put("stated", Household.stated(form, known.get("identityNumber")));
        return fact;
    }

    private static int key(@Nullable Integer member) {
        return member == null ? ALONE : member;
    }

    private static <V> Map<Integer, V> with(Map<Integer, V> map, int key, V value) {
        Map<Integer, V> more = new TreeMap<>(map);
        more.put(key, value);
        return Collections.unmodifiableMap(more);
    }
}
