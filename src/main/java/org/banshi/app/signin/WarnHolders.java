package org.banshi.app.signin;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.banshi.command.contract.application.DeliveryChannel;
import org.banshi.command.contract.citizen.CitizenEvent;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.mandate.MandateEvent;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.organisation.OrganisationEvent;
import org.banshi.command.contract.person.MobileNumber;
import org.banshi.command.contract.person.PersonId;
import org.banshi.eventstore.Recorded;
import org.banshi.eventstore.Subscription;
import org.banshi.process.delivery.MessagePort;
import org.banshi.process.delivery.MessengerMissingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells people by text message, on the phone that is on record, what an officer did with their
 * access at a counter: whoever was not there learns of it. It follows the log, so that no officer
 * and no crash keeps it back; handing one over twice sends one message.
 */
final class WarnHolders implements Subscription {

    private static final String NAME = "warn-holders";

    private static final Logger LOG = LoggerFactory.getLogger(WarnHolders.class);

    /** What is older, such as in a log that was imported, is no news. */
    private static final Duration NEWS = Duration.ofDays(7);

    /** Whoever registers gets the account at once, with the second event: that is no news. */
    private static final int WITH_THE_FIRST = 1;

    private final Citizens citizens;
    private final MessagePort messages;
    private final BusinessClock clock;

    WarnHolders(Citizens citizens, MessagePort messages, BusinessClock clock) {
        this.citizens = citizens;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int batchSize() {
        return 1;
    }

    @Override
    public boolean concerns(Recorded recorded) {
        return words(recorded).isPresent();
    }

    @Override
    public void handle(List<Recorded> batch) {
        for (Recorded recorded : batch) {
            if (!recorded.stamp().at().isBefore(clock.now().minus(NEWS))) {
                words(recorded).ifPresent(words -> tell(recorded, words));
            }
        }
    }

    private void tell(Recorded recorded, Words words) {
        try {
            send(recorded, words);
        } catch (MessengerMissingException nobodySends) {
            // The start said so; nothing is gained by stopping here.
            LOG.warn("not told, as no messenger is configured: position {}", recorded.position());
        }
    }

    private void send(Recorded recorded, Words words) {
        citizens.details(words.person())
                .flatMap(details -> MobileNumber.parse(details.phone()).value())
                .ifPresent(
                        phone ->
                                messages.send(
                                        "warning:" + recorded.stream() + ":" + recorded.sequence(),
                                        DeliveryChannel.TEXT_MESSAGE,
                                        phone.value(),
                                        words.subject(),
                                        words.text()));
    }

    private record Words(PersonId person, String subject, String text) {}

    /** They name nobody and no item: the phone may be shared. */
    private static Optional<Words> words(Recorded recorded) {
        Event event = recorded.event();
        if (event instanceof CitizenEvent.AccessOpened opened
                && recorded.sequence() > WITH_THE_FIRST) {
            return Optional.of(
                    new Words(
                            opened.subject(),
                            "账号已开通 An account was opened",
                            "服务窗口已为您开通账号。如非本人办理，请立即联系窗口。A counter opened an account for you. If that"
                                    + " was not you, tell the counter at once."));
        }
        if (event instanceof CitizenEvent.AccessRecovered recovered) {
            return Optional.of(
                    new Words(
                            recovered.subject(),
                            "登录方式已重置 Your access was reset",
                            "您的登录密码已在服务窗口重置，原有登录方式失效。如非本人办理，请立即联系窗口。Your password was reset at a"
                                    + " counter. If that was not you, tell the counter at once."));
        }
        if (event instanceof MandateEvent.Proven proven) {
            return Optional.of(
                    new Words(
                            proven.subject(),
                            "已登记代办授权 A mandate was recorded",
                            "服务窗口已登记他人代您办事的授权，可登录后在“代办”查看或终止。如有异议，请立即联系窗口。A counter recorded that"
                                    + " somebody acts for you; log in to see or end it. If it is wrong, tell"
                                    + " the counter at once."));
        }
        if (event instanceof OrganisationEvent.RepresentativeNamed named) {
            return Optional.of(
                    new Words(
                            named.subject(),
                            "已登记法定代表人 A representative was recorded",
                            "服务窗口已登记贵单位的法定代表人，其可登录办理单位事项并委派经办人。如有异议，请立即联系窗口。A counter recorded"
                                    + " who speaks for your organisation. If it is wrong, tell the counter at"
                                    + " once."));
        }
        if (event instanceof OrganisationEvent.ClerkAppointed appointed) {
            return Optional.of(
                    new Words(
                            appointed.subject(),
                            "已委派经办人 A clerk was appointed",
                            "法定代表人已委派经办人代表贵单位办事。如有异议，请由法定代表人登录后撤换。The legal representative appointed a"
                                    + " clerk for your organisation, and can dismiss the clerk after log-in."));
        }
        return Optional.empty();
    }
}
