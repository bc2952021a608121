package org.banshi.app.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Optional;
import org.banshi.app.AppTables;
import org.banshi.app.platform.StartUpException;
import org.banshi.app.signin.SignInSettings.Founder;
import org.banshi.app.signin.SignInSettings.Installation;
import org.banshi.query.contract.access.Scope.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FoundingTest {

    private static final Founder WANG = new Founder("wang-an", "a quiet river bends");

    private final AppTables tables = AppTables.fresh();
    private final Accounts accounts = new Accounts(tables.jdbc(), tables.personal());
    private final Passwords passwords = Passwords.quick();

    @Test
    void gives_real_people_no_account_but_the_administrators_that_were_named() {
        Founding founding = found(Installation.REAL, WANG);

        founding.administrators(accounts, passwords);

        assertThat(founding.demo()).isFalse();
        assertThat(tables.jdbc().sql("SELECT account FROM account").query(String.class).list())
                .containsExactly("wang-an");
        Accounts.Login wang = accounts.find("wang-an").orElseThrow();
        assertThat(wang.account().roles()).containsExactly(Role.SECURITY);
        assertThat(wang.passwordNew()).isTrue();
        assertThat(accounts.exists("li-mei")).isFalse();
    }

    @Test
    void says_when_the_second_administrator_cannot_be_added() {
        Founding founding = found(Installation.REAL, WANG);

        founding.administrators(accounts, passwords, which -> asked(which, "second", "wang-an"));

        assertThat(accounts.count(Role.SECURITY)).isEqualTo(1);
        assertThat(founding.notices())
                .singleElement()
                .asString()
                .contains("wang-an administers accounts already");
    }

    @Test
    void asks_only_the_first_time() {
        found(Installation.REAL, WANG).administrators(accounts, passwords);

        found(Installation.REAL, new Founder("zhao-an", "another quiet river bends"))
                .administrators(accounts, passwords);

        assertThat(accounts.exists("zhao-an")).isFalse();
    }

    @Test
    void adds_the_second_administrator_at_a_later_start_and_no_third() {
        found(Installation.REAL, WANG).administrators(accounts, passwords);
        Founding later = found(Installation.REAL, null);

        later.administrators(accounts, passwords, which -> Optional.empty());
        assertThat(accounts.count(Role.SECURITY)).isEqualTo(1);
        later.administrators(accounts, passwords, which -> asked(which, "second", "zhao-an"));
        assertThat(accounts.find("zhao-an").orElseThrow().account().roles())
                .containsExactly(Role.SECURITY);
        later.administrators(accounts, passwords, which -> asked(which, "nobody", "li-an"));

        assertThat(accounts.count(Role.SECURITY)).isEqualTo(2);
    }

    @Test
    void adds_the_second_that_is_named_when_one_of_two_was_disabled() {
        found(Installation.REAL, WANG, new Founder("zhao-an", "another quiet river bends"))
                .administrators(accounts, passwords);
        accounts.setDisabled("zhao-an", true);

        found(Installation.REAL, null, new Founder("li-an", "another quiet river bends"))
                .administrators(accounts, passwords);

        assertThat(accounts.find("li-an").orElseThrow().passwordNew()).isTrue();
        assertThat(accounts.find("zhao-an")).isEmpty();
    }

    @Test
    void does_not_start_for_real_people_without_an_administrator_or_with_a_poor_password() {
        assertThatExceptionOfType(StartUpException.class)
                .isThrownBy(
                        () -> found(Installation.REAL, null).administrators(accounts, passwords))
                .withMessageContaining("BANSHI_FIRST_ADMIN");
        assertThatExceptionOfType(StartUpException.class)
                .isThrownBy(
                        () ->
                                found(Installation.REAL, new Founder("wang-an", "password123"))
                                        .administrators(accounts, passwords));
    }

    @Test
    void never_makes_a_demo_of_an_installation_or_the_other_way_round() {
        found(Installation.REAL, WANG);
        assertThatExceptionOfType(StartUpException.class)
                .isThrownBy(() -> found(Installation.DEMO, null));

        assertThat(found(Installation.AS_IT_IS, null).demo()).isFalse();
        tables.jdbc().sql("UPDATE installation SET kind = 'demo'").update();
        assertThat(found(Installation.AS_IT_IS, null).demo()).isTrue();
        assertThatExceptionOfType(StartUpException.class)
                .isThrownBy(() -> found(Installation.REAL, WANG));
    }

    private static Optional<Founder> asked(String which, String expected, String account) {
        assertThat(which).isEqualTo(expected);
        return Optional.of(new Founder(account, "another quiet river bends"));
    }

    private Founding found(Installation installation, @Nullable Founder first) {
        return found(installation, first, null);
    }

    private Founding found(
            Installation installation, @Nullable Founder first, @Nullable Founder second) {
        Duration hour = Duration.ofHours(1);
        return new Founding(
                tables.jdbc(),
                new SignInSettings(installation, hour, hour, hour, null, first, second));
    }
}
