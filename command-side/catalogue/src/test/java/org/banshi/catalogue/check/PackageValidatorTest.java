package org.banshi.catalogue.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.banshi.catalogue.LanternLicence;
import org.junit.jupiter.api.Test;

class PackageValidatorTest {

    private final PackageValidator validator = new PackageValidator(LanternLicence.reference());

    @Test
    void finds_nothing_wrong_with_a_valid_package() {
        assertThat(validator.validate(LanternLicence.NAME, LanternLicence.valid().files()))
                .isEmpty();
    }
}
