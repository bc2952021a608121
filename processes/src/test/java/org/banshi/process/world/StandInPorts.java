package org.banshi.process.world;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.banshi.command.contract.application.Authority;
import org.banshi.command.contract.application.DeliveryChannel;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.RegisterOutcome;
import org.banshi.process.delivery.MessagePort;
import org.banshi.process.register.RegisterPort;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The world outside: a register that can be out of order, and a mailbox. */
public final class StandInPorts implements RegisterPort, MessagePort {

    private final AtomicInteger outages = new AtomicInteger();
    private final AtomicInteger refusals = new AtomicInteger();
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    /** The next so many questions fail. */
    public void breakDown(int times) {
        outages.set(times);
    }

    /** The next so many messages can't be sent. */
    public void refuseMessages(int times) {
        refusals.set(times);
    }

    @Override
    public Answer ask(String register, FormData about, Authority authority) {
        refuseTransaction();
        asked.add(register);
        if (outages.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
            throw new IllegalStateException("out of order: " + about.values());
        }
        return new Answer(RegisterOutcome.ANSWERED, new FormData(Map.of("registered", true)));
    }

    @Override
    public String send(
            String delivery, DeliveryChannel channel, String address, String subject, String text) {
        refuseTransaction();
        if (refusals.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
            throw new IllegalStateException("no such phone: " + address);
        }
        sent.add(delivery + " " + address + " " + text);
        return "sent-" + delivery;
    }

    public List<String> sent() {
        return sent;
    }

    public List<String> asked() {
        return asked;
    }

    private static void refuseTransaction() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a port was called inside a transaction");
        }
    }
}
