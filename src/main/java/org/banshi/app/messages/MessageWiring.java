package org.banshi.app.messages;

import org.banshi.app.Greeting;
import org.banshi.app.Profile;
import org.banshi.app.outbound.Outbound;
import org.banshi.app.standin.Outbox;
import org.banshi.process.delivery.MessagePort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Puts a messenger behind the port. */
@Configuration(proxyBeanMethods = false)
class MessageWiring {

    /** Before the outbox, which is one itself. */
    @Bean
    @Primary
    MessagePort messenger(
            MessageSettings settings, Outbound outbound, Profile profile, Outbox outbox) {
        return Messengers.of(settings, outbound, profile.demo(), outbox);
    }

    @Bean
    Greeting messengerNotices(MessageSettings settings, Profile profile) {
        return () -> Messengers.notices(settings, profile.demo());
    }
}
