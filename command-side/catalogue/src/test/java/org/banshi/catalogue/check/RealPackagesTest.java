package org.banshi.catalogue.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.banshi.catalogue.Decision;
import org.banshi.catalogue.DirectoryCatalogue;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.catalogue.reference.YamlReferenceData;
import org.banshi.command.contract.place.RegionCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every package of {@code bpmn/services} can be published. */
class RealPackagesTest {

    private static final Path BPMN = Path.of("../../bpmn");

    static Set<String> services() {
        return DirectoryCatalogue.packages(BPMN).keySet();
    }

    /** The standard's notice says nothing of incomes and ratios: they wait for the city. */
    @ParameterizedTest
    @ValueSource(strings = {"low-income-family", "temporary-assistance"})
    void a_published_standard_lends_its_source_to_no_parameter(String service) {
        ServiceDefinition item = DirectoryCatalogue.read(BPMN).current(service).orElseThrow();
        RegionCode tianhe = new RegionCode("440106");
        LocalDate day = LocalDate.of(2023, 9, 14);

        Decision standard = item.decide("standard", tianhe, day, Map.of());
        Decision parameters = item.decide("parameters", tianhe, day, Map.of());

        assertThat(standard.outcome()).isEqualTo("published");
        assertThat(standard.outputs().keySet())
                .containsExactlyInAnyOrder(
                        "outcome", "monthlyStandard", "standardProvisional", "standardSource");
        assertThat(parameters.outcome()).isEqualTo("to-be-confirmed");
        assertThat(parameters.outputs())
                .containsKey("disposableIncome")
                .containsEntry("parametersProvisional", true);
        assertThat(parameters.outputs().get("parametersSource").toString()).contains("待市民政局确认");
    }

    @ParameterizedTest
    @MethodSource("services")
    void is_valid(String service) {
        PackageValidator validator = new PackageValidator(YamlReferenceData.read(BPMN));

        assertThat(validator.validate(service, DirectoryCatalogue.packages(BPMN).get(service)))
                .isEmpty();
    }
}
