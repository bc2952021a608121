package org.banshi.app.chaos;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.application.ApplicationCommand;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.Channel;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.Material;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.eventstore.AppendUnknownException;
import org.banshi.eventstore.ClaimConflictException;
import org.banshi.eventstore.DuplicateRequestException;
import org.banshi.eventstore.LaneB;
import org.banshi.eventstore.OverloadedException;
import org.banshi.eventstore.StoreUnavailableException;
import org.banshi.eventstore.history.Operation.Answer;
import org.banshi.eventstore.history.Operation.Append;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Files cases of few people and takes each through its steps, one command after the other: some as
 * commands of their own, some within a transaction that writes a row too. An application whose fate
 * is unknown is sent again with the same key, as a client does.
 */
final class Caller {

    private static final int PEOPLE = 300;
    private static final int TRANSACTIONS_PERCENT = 30;
    private static final int ATTEMPTS = 3;
    private static final Stamp OFFICER =
            new Stamp(
                    CaseNode.AT,
                    Actor.officer("chaos-officer", "newcomer-service", new RegionCode("440106")));
    private static final List<Material> PAPERS = List.of(paper("identity-card"), paper("photo"));
    private static final String NOTE = "材料齐全";

    private final String name;
    private final CaseNode node;
    private final PrintStream out;
    private final Random random;
    private int operations;

    /**
     * @param name differs from every other caller's, in all processes
     * @param out to the supervisor
     */
    Caller(String name, CaseNode node, PrintStream out, Random random) {
        this.name = name;
        this.node = node;
        this.out = out;
        this.random = random;
    }

    /** One case, as far as it goes. */
    void run() {
        ApplicationId id = new ApplicationId(UUID.randomUUID().toString());
        PersonId person = new PersonId("chaos-" + random.nextInt(PEOPLE));
        Stamp citizen = new Stamp(CaseNode.AT, Actor.citizen("chaos", person));
        boolean going =
                apply(id, person, citizen)
                        && step(
                                id,
                                1,
                                "pre-accepted",
                                new ApplicationCommand.PreAccept(id, NOTE, OFFICER))
                        && step(
                                id,
                                2,
                                "accepted",
                                new ApplicationCommand.Accept(id, NOTE, OFFICER));
        if (going) {
            step(id, 3, "withdrawn", new ApplicationCommand.Withdraw(id, NOTE, citizen));
        }
    }

    private boolean apply(ApplicationId id, PersonId person, Stamp citizen) {
        String operation = nextOperation();
        String key = "chaos/" + id;
        Object command =
                new ApplicationCommand.Apply(
                        id,
                        "chaos-" + id,
                        new ServiceVersion("residence-permit", 1),
                        new RegionCode("440106"),
                        person,
                        new Applicant("赵宁", "430102190903160194", "13800000006", null),
                        new FormData(
                                Map.of(
                                        "applyFor", "self",
                                        "address", "演示地址 2 号",
                                        "registeredOn", "2026-01-05",
                                        "ground", "work",
                                        "exception", "none",
                                        "way", "window",
                                        "promise", true)),
                        PAPERS,
                        Channel.WAP,
                        "CHAOS000",
                        citizen);
        tell(Word.sent(operation, System.nanoTime(), key, List.of(append(id, 0, "applied"))));
        Answer answer = send(operation, command, key);
        for (int i = 1; i < ATTEMPTS && answer == Answer.UNKNOWN; i++) {
            Answer again = send(operation, command, key);
            // What fails the second time says nothing of the first.
            answer = again == Answer.APPENDED ? again : answer;
        }
        return answer(operation, answer);
    }

    private boolean step(ApplicationId id, int sequence, String event, Object command) {
        String operation = nextOperation();
        tell(Word.sent(operation, System.nanoTime(), null, List.of(append(id, sequence, event))));
        return answer(operation, send(operation, command, null));
    }

    private boolean answer(String operation, Answer answer) {
        tell(Word.answered(operation, System.nanoTime(), answer));
        return answer == Answer.APPENDED;
    }

    private Answer send(String operation, Object command, @Nullable String key) {
        Map<String, Object> metadata =
                key == null
                        ? Map.of()
                        : Map.of(
                                DuplicateRequestException.KEY,
                                key,
                                DuplicateRequestException.HASH,
                                key);
        Object message = new GenericCommandMessage<>(command).withMetaData(metadata);
        try {
            if (random.nextInt(100) < TRANSACTIONS_PERCENT) {
                inTransaction(operation, message);
            } else {
                node.gateway().sendAndWait(message);
            }
            return Answer.APPENDED;
        } catch (RuntimeException e) {
            return answer(e);
        }
    }

    private void inTransaction(String operation, Object message) {
        UnitOfWork<Message<?>> root =
                DefaultUnitOfWork.startAndGet(new GenericCommandMessage<>(operation));
        try {
            LaneB.attach(root, node.transactions, node.store.store());
            node.jdbc.update("insert into chaos_work values (?)", operation);
            node.gateway().sendAndWait(message);
            root.commit();
        } catch (RuntimeException e) {
            if (root.isActive()) {
                root.rollback(e);
            }
            throw e;
        }
    }

    /** What a caller may conclude from each exception, and from no other. */
    private static Answer answer(RuntimeException failure) {
        if (failure instanceof DuplicateRequestException duplicate && duplicate.sameRequest()) {
            return Answer.APPENDED;
        }
        if (failure instanceof ConcurrencyException) {
            return Answer.MOVED_ON;
        }
        if (failure instanceof AppendUnknownException) {
            return Answer.UNKNOWN;
        }
        if (failure instanceof ClaimConflictException
                || failure instanceof RefusedException
                || failure instanceof StoreUnavailableException
                || failure instanceof OverloadedException
                || failure instanceof TransactionException
                || failure instanceof DataAccessException) {
            return Answer.REFUSED;
        }
        throw failure;
    }

    private String nextOperation() {
        return name + '-' + operations++;
    }

    private static Append append(ApplicationId id, int sequence, String event) {
        return new Append(id.value(), sequence, "application." + event);
    }

    private void tell(String line) {
        synchronized (out) {
            out.println(line);
            out.flush();
        }
    }

    private static Material paper(String code) {
        return new Material(
                UUID.randomUUID().toString(), code, "0".repeat(64), "application/pdf", 1);
    }
}
