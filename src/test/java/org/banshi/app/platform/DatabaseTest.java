package org.banshi.app.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DatabaseTest {

    @Test
    void understands_the_common_spelling_of_a_database_url() {
        Database database = Database.of("postgres://li:p%40ss@db:5433/banshi?ssl=true", null, null);

        assertThat(database)
                .isEqualTo(new Database("jdbc:postgresql://db:5433/banshi?ssl=true", "li", "p@ss"));
    }

    @Test
    void understands_jdbcs_spelling_with_the_account_given_apart() {
        Database database = Database.of("jdbc:postgresql://db/banshi", "li", "secret");

        assertThat(database).isEqualTo(new Database("jdbc:postgresql://db/banshi", "li", "secret"));
    }

    @Test
    void refuses_another_kind_of_url_without_repeating_it() {
        assertThatThrownBy(() -> Database.of("mysql://li:secret@db/banshi", null, null))
                .isInstanceOf(StartUpException.class)
                .hasMessageContaining("BANSHI_DATABASE_URL")
                .message()
                .doesNotContain("secret");
    }

    @Test
    void never_prints_a_password() {
        Database database =
                Database.of("postgresql://li:secret@db/banshi?password=secret", null, null);

        assertThat(database.toString()).doesNotContain("secret");
    }
}
