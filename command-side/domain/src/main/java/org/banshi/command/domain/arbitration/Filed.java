package org.banshi.command.domain.arbitration;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.banshi.command.contract.arbitration.ClaimKind;
import org.banshi.command.contract.arbitration.PartyDetails;
import org.banshi.command.contract.arbitration.Role;
import org.jspecify.annotations.Nullable;

/**
 * The application's form as the family reads it. Its schema was checked when it came in: what is
 * missing here was not asked for, or erased.
 */
final class Filed {

    private final Map<String, @Nullable Object> form;

    Filed(Map<String, @Nullable Object> form) {
        this.form = form;
    }

    /** Somebody of a group, or a respondent. */
    record Person(PartyDetails details, boolean represents, @Nullable BigDecimal amount) {}

    /** A claim; for a group what each of them claims. */
    record Claim(ClaimKind kind, LocalDate since, @Nullable BigDecimal amount, String grounds) {}

    Role applicantRole() {
        return ArbitrationWords.EMPLOYER.equals(form.get(ArbitrationWords.APPLICANT_ROLE))
                ? Role.EMPLOYER
                : Role.WORKER;
    }

    List<Person> members() {
        return persons(ArbitrationWords.MEMBERS);
    }

    List<Person> respondents() {
        return persons(ArbitrationWords.RESPONDENTS);
    }

    List<Claim> claims() {
        return rows(ArbitrationWords.CLAIMS).stream()
                .map(
                        row ->
                                new Claim(
                                        ClaimKind.valueOf(
                                                Objects.requireNonNull(text(row, "kind"))),
                                        LocalDate.parse(Objects.requireNonNull(text(row, "since"))),
                                        amount(row),
                                        Objects.requireNonNullElse(text(row, "grounds"), "")))
                .toList();
    }

    @Nullable LocalDate day(String name) {
        String day = text(form, name);
        return day == null ? null : LocalDate.parse(day);
    }

    private List<Person> persons(String name) {
        return rows(name).stream()
                .map(
                        row ->
                                new Person(
                                        new PartyDetails(
                                                Objects.requireNonNullElse(text(row, "name"), ""),
                                                text(row, "number"),
                                                text(row, "phone"),
                                                text(row, "address"),
                                                text(row, "representative")),
                                        Boolean.TRUE.equals(row.get("represents")),
                                        amount(row)))
                .toList();
    }

    private List<Map<?, ?>> rows(String name) {
        List<Map<?, ?>> rows = new ArrayList<>();
        if (form.get(name) instanceof List<?> list) {
            for (Object row : list) {
                rows.add((Map<?, ?>) row);
            }
        }
        return rows;
    }

    private static @Nullable BigDecimal amount(Map<?, ?> row) {
        String amount = text(row, "amount");
        return amount == null ? null : new BigDecimal(amount);
    }

    private static @Nullable String text(Map<?, ?> row, String name) {
        Object value = row.get(name);
        return value == null ? null : value.toString();
    }
}
