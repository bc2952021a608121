package org.banshi.app.privacy;

import org.banshi.app.material.MaterialStore;
import org.banshi.eventstore.LogPositions;
import org.banshi.eventstore.crypto.KeyVault;
import org.banshi.process.work.RootWork;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What follows from an erasure. */
@Configuration(proxyBeanMethods = false)
class PrivacyWiring {

    /** Most aggregates of each type that a node keeps in memory; a few kilobytes each. */
    private static final int CACHED = 10_000;

    @Bean
    ErasedPersons erasedPersons(
            KeyVault keys,
            AccountEraser accounts,
            MaterialStore materials,
            LogPositions positions,
            JdbcClient jdbc,
            RootWork root) {
        return new ErasedPersons(keys, accounts, materials, positions, jdbc, root);
    }

    @Bean
    RememberedAggregates rememberedAggregates() {
        return new RememberedAggregates(CACHED);
    }
}
