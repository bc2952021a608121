package org.banshi.app.config;

import org.banshi.app.BanshiSettings;
import org.banshi.app.material.MaterialStore;
import org.banshi.eventstore.PersonalData;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Papers, which are files in the data folder. */
@Configuration(proxyBeanMethods = false)
class MaterialWiring {

    @Bean
    MaterialStore materialStore(BanshiSettings settings, PersonalData personal, JdbcClient jdbc) {
        return new MaterialStore(settings.data().resolve("materials"), personal, jdbc);
    }
}
