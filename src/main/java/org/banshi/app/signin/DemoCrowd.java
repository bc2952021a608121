package org.banshi.app.signin;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.person.IdentityNumber;
import org.banshi.command.contract.text.Text;
import org.banshi.query.contract.access.Scope.Role;

/**
 * Citizens by the number, to fill a system: {@code prefix} and six digits. Invented on demand, the
 * same at every start: born in 1903 to 1910, so that they can't be real.
 *
 * @param prefix of the accounts, such as {@code citizen-}
 * @param count how many there are, at most 999,999
 * @param region first six places of their identity numbers
 */
record DemoCrowd(String prefix, int count, String password, String region) {

    private static final LocalDate FIRST_BIRTHDAY = LocalDate.of(1903, 1, 1);
    private static final int BIRTHDAYS = 8 * 365;

    /** The member of this account; empty when it is not one of the crowd. */
    Optional<Account> find(String account) {
        String digits = account.startsWith(prefix) ? account.substring(prefix.length()) : "";
        if (!digits.matches("\\d{6}")) {
            return Optional.empty();
        }
        int number = Integer.parseInt(digits);
        return number >= 1 && number <= count
                ? Optional.of(member(account, number))
                : Optional.empty();
    }

    private Account member(String account, int number) {
        String name = "演示" + number;
        Applicant details =
                new Applicant(name, identityNumber(number), "138" + "%08d".formatted(number), null);
        return new Account(
                account,
                new Text(name, "Demo " + number),
                Set.of(Role.CITIZEN),
                null,
                null,
                4,
                DemoPerson.personId(account),
                details);
    }

    private String identityNumber(int number) {
        LocalDate birth = FIRST_BIRTHDAY.plusDays(number % BIRTHDAYS);
        String seventeen =
                "%s%s%03d"
                        .formatted(
                                region, birth.toString().replace("-", ""), number / BIRTHDAYS + 1);
        return seventeen + IdentityNumber.checkDigit(seventeen);
    }
}
