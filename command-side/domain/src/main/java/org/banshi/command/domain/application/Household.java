package org.banshi.command.domain.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.banshi.command.contract.application.Authority;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.Withheld;
import org.banshi.command.contract.person.IdentityNumber;
import org.jspecify.annotations.Nullable;

/**
 * The household as an application lists it: rows under {@code members}, each with {@code name},
 * {@code identityNumber} and {@code authority} ({@code signed}, {@code missing}, or {@code minor}
 * for whom a guardian acts), and with {@code authorityOn} and {@code authorityUntil} where the
 * signed authority bears days. Who is a minor by the row and of age by their number has signed
 * nothing: every adult signs (民发〔2021〕57号).
 */
final class Household {

    private static final String NUMBER = "identityNumber";

    /** 民法典 第十七条. */
    private static final int OF_AGE = 18;

    private Household() {}

    /** One adult; {@code signed} is null where there is no authority. */
    record Adult(String name, String identityNumber, @Nullable Authority signed) {

        /** Why the adult may not be asked about on {@code day}; empty where that is allowed. */
        Optional<Withheld> withheld(LocalDate day) {
            if (signed == null) {
                return Optional.of(Withheld.NO_AUTHORITY);
            }
            return signed.holdsOn(day)
                    ? Optional.empty()
                    : Optional.of(Withheld.AUTHORITY_NOT_VALID);
        }

        /** Which records are meant. */
        FormData about() {
            return new FormData(Map.of("name", name, NUMBER, identityNumber));
        }
    }

    /**
     * What registers answered to one question.
     *
     * @param adults whom it tells of, by number; none where it is the applicant's alone
     */
    record Told(Object fact, List<Integer> adults) {}

    /**
     * The adults in the order of the form, everybody once.
     *
     * @param paper on which they signed
     * @param today on which they are asked about
     */
    static List<Adult> adults(FormData form, String paper, LocalDate today) {
        List<Adult> adults = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Map<?, ?> row : rows(form)) {
            String authority = String.valueOf(row.get("authority"));
            String number = String.valueOf(row.get(NUMBER));
            boolean minor = authority.equals("minor") && !isOfAge(number, today);
            if (!minor && seen.add(number)) {
                Authority signed =
                        authority.equals("signed")
                                ? new Authority(
                                        paper, day(row, "authorityOn"), day(row, "authorityUntil"))
                                : null;
                adults.add(new Adult(String.valueOf(row.get("name")), number, signed));
            }
        }
        return adults;
    }

    /** What the application states of somebody; empty where it does not list them. */
    static Map<?, ?> stated(FormData form, @Nullable Object identityNumber) {
        return rows(form).stream()
                .filter(row -> String.valueOf(row.get(NUMBER)).equals(identityNumber))
                .findFirst()
                .orElse(Map.of());
    }

    /** Of everybody whom it lists with one. */
    static List<String> numbers(FormData form) {
        return rows(form).stream()
                .map(row -> row.get(NUMBER))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    private static List<Map<?, ?>> rows(FormData form) {
        return form.values().get("members") instanceof List<?> members
                ? members.stream()
                        .filter(Map.class::isInstance)
                        .<Map<?, ?>>map(row -> (Map<?, ?>) row)
                        .toList()
                : List.of();
    }

    /** Eighteen by their number; what is no identity number tells no age. */
    private static boolean isOfAge(String number, LocalDate today) {
        return IdentityNumber.parse(number)
                .value()
                .filter(it -> !it.birthDate().plusYears(OF_AGE).isAfter(today))
                .isPresent();
    }

    private static @Nullable LocalDate day(Map<?, ?> row, String field) {
        return row.get(field) instanceof String day && !day.isEmpty() ? LocalDate.parse(day) : null;
    }
}
