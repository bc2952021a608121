package org.banshi.app.standin;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.banshi.command.contract.application.DeliveryChannel;
import org.banshi.process.delivery.MessagePort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps messages instead of sending them, so that a demonstration can show them; outside of one
 * nothing comes here. Addresses are kept masked.
 */
public final class Outbox implements MessagePort {

    private final JdbcClient jdbc;

    Outbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A message as it would have gone out. */
    public record Message(
            String delivery,
            DeliveryChannel channel,
            String address,
            String subject,
            String text,
            Instant sentAt) {}

    @Override
    public String send(
            String delivery, DeliveryChannel channel, String address, String subject, String text) {
        jdbc.sql(
                        """
                        INSERT INTO outbox (delivery, channel, address, subject, text)
                        VALUES (?, ?, ?, ?, ?) ON CONFLICT (delivery) DO NOTHING""")
                .params(delivery, channel.name(), masked(address), subject, text)
                .update();
        return "outbox:" + delivery;
    }

    /** The newest messages, newest first. */
    public List<Message> newest(int limit) {
        return jdbc.sql(
                        """
                        SELECT delivery, channel, address, subject, text, sent_at FROM outbox
                        ORDER BY sent_at DESC, delivery LIMIT ?""")
                .param(limit)
                .query(
                        (row, number) ->
                                new Message(
                                        row.getString("delivery"),
                                        DeliveryChannel.valueOf(row.getString("channel")),
                                        row.getString("address"),
                                        row.getString("subject"),
                                        row.getString("text"),
                                        row.getObject("sent_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static String masked(String address) {
        int at = address.indexOf('@');
        return at >= 0
                ? address.substring(0, Math.min(1, at)) + "***" + address.substring(at)
                : address.replaceFirst("^(.{3}).*(.{4})$", "$1****$2");
    }
}
