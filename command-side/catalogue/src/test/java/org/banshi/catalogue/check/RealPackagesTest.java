package org.banshi.catalogue.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.banshi.catalogue.DirectoryCatalogue;
import org.banshi.catalogue.reference.YamlReferenceData;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every package of {@code bpmn/services} can be published. */
class RealPackagesTest {

    private static final Path BPMN = Path.of("../../bpmn");

    static Set<String> services() {
        return DirectoryCatalogue.packages(BPMN).keySet();
    }

    @ParameterizedTest
    @MethodSource("services")
    void is_valid(String service) {
        PackageValidator validator = new PackageValidator(YamlReferenceData.read(BPMN));

        assertThat(validator.validate(service, DirectoryCatalogue.packages(BPMN).get(service)))
                .isEmpty();
    }
}
