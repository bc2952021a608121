package org.banshi.app.pace;

import java.time.Duration;
import org.banshi.app.pace.Pace.Limit;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits, each as a burst and the time after which one more is allowed.
 *
 * @param personBurst writes of a citizen
 * @param addressBurst writes from an address of whoever is not logged in
 * @param readBurst pages and answers for an address of whoever is not logged in: a whole office of
 *     the government may be behind one
 * @param itemBurst applications of a person for one item
 */
@ConfigurationProperties("banshi.pace")
public record PaceSettings(
        @DefaultValue("200") int personBurst,
        @DefaultValue("500ms") Duration personEvery,
        @DefaultValue("200") int addressBurst,
        @DefaultValue("300ms") Duration addressEvery,
        @DefaultValue("2000") int readBurst,
        @DefaultValue("20ms") Duration readEvery,
        @DefaultValue("20") int itemBurst,
        @DefaultValue("3m") Duration itemEvery) {

    public Limit person() {
        return new Limit(personBurst, personEvery);
    }

    public Limit address() {
        return new Limit(addressBurst, addressEvery);
    }

    public Limit read() {
        return new Limit(readBurst, readEvery);
    }

    public Limit item() {
        return new Limit(itemBurst, itemEvery);
    }
}
