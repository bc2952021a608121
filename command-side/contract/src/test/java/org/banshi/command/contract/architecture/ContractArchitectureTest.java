package org.banshi.command.contract.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.banshi.command.contract.architecture.broken.AimlessCommand;
import org.banshi.command.contract.architecture.broken.ClassAsEvent;
import org.banshi.command.contract.architecture.broken.GossipingRecord;
import org.banshi.command.contract.architecture.broken.KnowsADatabase;
import org.banshi.command.contract.architecture.broken.KnowsAxon;
import org.banshi.command.contract.architecture.broken.NamelessEvent;
import org.banshi.command.contract.architecture.broken.OddlyNamedEvent;
import org.banshi.command.contract.architecture.broken.SameNameEvent;
import org.banshi.command.contract.architecture.broken.SameNameEventToo;
import org.banshi.command.contract.architecture.broken.UnmarkedFormEvent;
import org.junit.jupiter.api.Test;

class ContractArchitectureTest {

    private final JavaClasses contract =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("org.banshi.command.contract");

    @Test
    void finds_the_contract() {
        assertThat(contract.size()).isGreaterThan(100);
    }

    @Test
    void writes_messages_as_records() {
        ContractArchitecture.MESSAGES_ARE_RECORDS.check(contract);
        bites(ContractArchitecture.MESSAGES_ARE_RECORDS, ClassAsEvent.class);
    }

    @Test
    void knows_no_engine_framework_or_database() {
        ContractArchitecture.KNOWS_NO_MACHINERY.check(contract);
        bites(ContractArchitecture.KNOWS_NO_MACHINERY, KnowsADatabase.class);
    }

    @Test
    void knows_of_axon_only_the_mark_of_a_target() {
        ContractArchitecture.KNOWS_OF_AXON_ONLY_THE_TARGET.check(contract);
        bites(ContractArchitecture.KNOWS_OF_AXON_ONLY_THE_TARGET, KnowsAxon.class);
    }

    @Test
    void keeps_personal_data_where_its_subject_is_known() {
        ContractArchitecture.PERSONAL_DATA_HAS_A_SUBJECT.check(contract);
        bites(ContractArchitecture.PERSONAL_DATA_HAS_A_SUBJECT, GossipingRecord.class);
    }

    @Test
    void marks_forms_and_applicants_as_personal() {
        ContractArchitecture.PERSONAL_TYPES_ARE_MARKED.check(contract);
        bites(ContractArchitecture.PERSONAL_TYPES_ARE_MARKED, UnmarkedFormEvent.class);
    }

    @Test
    void routes_every_command_to_one_target() {
        ContractArchitecture.COMMANDS_NAME_THEIR_TARGET.check(contract);
        bites(ContractArchitecture.COMMANDS_NAME_THEIR_TARGET, AimlessCommand.class);
    }

    @Test
    void stores_every_event_under_a_name_of_its_own() {
        ContractArchitecture.eventsAreStoredUnderNamesOfTheirOwn().check(contract);
        bites(ContractArchitecture.eventsAreStoredUnderNamesOfTheirOwn(), NamelessEvent.class);
        bites(ContractArchitecture.eventsAreStoredUnderNamesOfTheirOwn(), OddlyNamedEvent.class);
        bites(
                ContractArchitecture.eventsAreStoredUnderNamesOfTheirOwn(),
                SameNameEvent.class,
                SameNameEventToo.class);
    }

    private static void bites(ArchRule rule, Class<?>... broken) {
        JavaClasses classes = new ClassFileImporter().importClasses(broken);
        assertThatThrownBy(() -> rule.check(classes))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(broken[0].getSimpleName());
    }
}
