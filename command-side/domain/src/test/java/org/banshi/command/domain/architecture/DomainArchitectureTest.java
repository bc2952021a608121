package org.banshi.command.domain.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.banshi.command.domain.architecture.broken.AsksTheClock;
import org.banshi.command.domain.architecture.broken.MakesItsOwnId;
import org.banshi.command.domain.architecture.broken.ReadsADatabase;
import org.junit.jupiter.api.Test;

class DomainArchitectureTest {

    private final JavaClasses domain =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("org.banshi.command.domain");

    @Test
    void finds_the_domain() {
        assertThat(domain.size()).isGreaterThan(20);
    }

    @Test
    void takes_time_and_chance_from_the_command() {
        DomainArchitecture.TAKES_TIME_AND_CHANCE_FROM_THE_COMMAND.check(domain);
    }

    @Test
    void knows_no_machinery() {
        DomainArchitecture.KNOWS_NO_MACHINERY.check(domain);
    }

    @Test
    void finds_out_who_breaks_a_rule() {
        assertThatThrownBy(
                        () ->
                                DomainArchitecture.TAKES_TIME_AND_CHANCE_FROM_THE_COMMAND.check(
                                        only(AsksTheClock.class)))
                .hasMessageContaining("AsksTheClock");
        assertThatThrownBy(
                        () ->
                                DomainArchitecture.TAKES_TIME_AND_CHANCE_FROM_THE_COMMAND.check(
                                        only(MakesItsOwnId.class)))
                .hasMessageContaining("MakesItsOwnId");
        assertThatThrownBy(
                        () ->
                                DomainArchitecture.KNOWS_NO_MACHINERY.check(
                                        only(ReadsADatabase.class)))
                .hasMessageContaining("ReadsADatabase");
    }

    private static JavaClasses only(Class<?> broken) {
        return new ClassFileImporter().importClasses(broken);
    }
}
