package org.banshi.app.config;

import org.banshi.app.BanshiSettings;
import org.banshi.app.calculator.Overtime;
import org.banshi.app.calculator.OvertimeRates;
import org.banshi.catalogue.Catalogue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The calculators, with rates and calendars of {@code bpmn/}. */
@Configuration(proxyBeanMethods = false)
class CalculatorWiring {

    @Bean
    Overtime overtime(BanshiSettings settings, Catalogue catalogue) {
        return new Overtime(
                OvertimeRates.read(settings.bpmn().resolve("calculators/overtime.yaml")),
                catalogue.reference().calendar());
    }
}
