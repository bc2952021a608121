package org.banshi.app.config;

import java.nio.file.Path;
import java.time.Instant;
import org.banshi.app.BanshiSettings;
import org.banshi.app.material.AbandonedMaterials;
import org.banshi.app.material.FiledMaterials;
import org.banshi.app.material.MaterialStore;
import org.banshi.app.platform.Hourly;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.eventstore.PersonalData;
import org.banshi.eventstore.Subscriptions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Papers, which are files in the data folder. */
@Configuration(proxyBeanMethods = false)
class MaterialWiring {

    @Bean
    MaterialStore materialStore(BanshiSettings settings, PersonalData personal, JdbcClient jdbc) {
        return new MaterialStore(folder(settings), personal, jdbc);
    }

    @Bean
    FiledMaterials filedMaterials(JdbcClient jdbc) {
        return new FiledMaterials(jdbc);
    }

    @Bean
    Hourly tidying(
            BanshiSettings settings,
            JdbcClient jdbc,
            Subscriptions subscriptions,
            BusinessClock clock) {
        AbandonedMaterials abandoned =
                new AbandonedMaterials(
                        folder(settings),
                        jdbc,
                        subscriptions,
                        () -> !subscriptions.parked(FiledMaterials.NAME, 1).isEmpty(),
                        settings.keepUnfiled());
        return new Hourly("tidying", () -> abandoned.delete(clock.now(), Instant.now()));
    }

    private static Path folder(BanshiSettings settings) {
        return settings.data().resolve("materials");
    }
}
