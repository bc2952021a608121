package org.banshi.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.util.ServiceLoader;
import org.banshi.app.platform.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A class of tests leaves no database behind, for others to copy and to search. */
class LentDatabasesTest {

    private static String detected = "";

    @RegisterExtension
    static final BeforeAllCallback SETTINGS =
            context ->
                    detected =
                            context.getConfigurationParameter(
                                            "junit.jupiter.extensions.autodetection.enabled")
                                    .orElse("");

    @Test
    void go_with_their_class_also_where_somebody_is_connected() throws Exception {
        Database database = TestDatabase.migrated();
        try (Connection open = database.connect()) {
            assertThat(open.isValid(1)).isTrue();

            TestDatabase.dropLent();

            assertThat(open.isValid(1)).isFalse();
            assertThatThrownBy(database::connect).hasMessageContaining("does not exist");
        }
    }

    @Test
    void are_looked_after_without_being_asked() {
        assertThat(detected).isEqualTo("true");
        assertThat(ServiceLoader.load(Extension.class))
                .hasAtLeastOneElementOfType(LentDatabases.class);
    }
}
