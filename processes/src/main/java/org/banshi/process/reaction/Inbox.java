package org.banshi.process.reaction;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.process.history.CaseMoves;
import org.banshi.process.variable.CaseVariables;
import org.banshi.process.work.RootWork;
import org.banshi.process.work.Work;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Messages for a case, in the order of the log. One that comes before its process waits for it
 * stays here and is delivered in the unit of work in which the process begins to wait.
 */
public final class Inbox {

    static final String REGISTER_ANSWERED = "register-answered";
    static final String DELIVERED = "delivered";

    /** Where a branch keeps which of several messages of a name it waits for. */
    private static final Map<String, String> AWAITED =
            Map.of(REGISTER_ANSWERED, CaseVariables.QUESTION, DELIVERED, CaseVariables.DELIVERY);

    private final RootWork root;
    private final JdbcClient jdbc;
    private final RuntimeService runtime;

    public Inbox(RootWork root, JdbcClient jdbc, RuntimeService runtime) {
        this.root = root;
        this.jdbc = jdbc;
        this.runtime = runtime;
        root.atEnd(this::drain);
    }

    /**
     * Takes a message in; it is delivered at the end of this unit of work, or later.
     *
     * @param position of the event in the log; the same one twice is one message
     * @param message name of the message in the process
     * @param question which register question it answers, or which document was delivered; null
     *     where a message of that name can be but one
     */
    public void put(
            ApplicationId application, long position, String message, @Nullable String question) {
        root.lock(application);
        jdbc.sql(
                        """
                        INSERT INTO process_inbox (application, position, message, question)
                        VALUES (?::uuid, ?, ?, ?) ON CONFLICT DO NOTHING""")
                .params(application.value(), position, message, question)
                .update();
        Work.get().note(CaseMoves.class, CaseMoves::new).moved(application);
    }

    private void drain() {
        Optional<CaseMoves> moves = Work.get().findNote(CaseMoves.class);
        while (moves.isPresent()) {
            Set<ApplicationId> moved = moves.get().takeMoved();
            if (moved.isEmpty()) {
                return;
            }
            moved.forEach(this::deliverNext);
        }
    }

    /** Delivering makes the case move, so that it comes round again for the next message. */
    private void deliverNext(ApplicationId application) {
        List<Message> waiting = waiting(application);
        if (waiting.isEmpty()) {
            return;
        }
        root.lock(application);
        ProcessInstance instance =
                runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(application.value())
                        .singleResult();
        if (instance == null) {
            dropIfEnded(application);
            return;
        }
        for (Message message : waiting) {
            Optional<String> execution = receiver(instance.getId(), message);
            if (execution.isPresent()) {
                remove(application, message);
                runtime.messageEventReceived(message.message(), execution.get());
                return;
            }
        }
    }

    private List<Message> waiting(ApplicationId application) {
        return jdbc.sql(
                        """
                        SELECT position, message, question FROM process_inbox
                        WHERE application = ?::uuid ORDER BY position""")
                .param(application.value())
                .query(Message.class)
                .list();
    }

    private Optional<String> receiver(String instance, Message message) {
        return runtime
                .createEventSubscriptionQuery()
                .processInstanceId(instance)
                .eventType("message")
                .eventName(message.message())
                .orderByCreated()
                .asc()
                .list()
                .stream()
                .map(EventSubscription::getExecutionId)
                .filter(execution -> awaits(execution, message))
                .findFirst();
    }

    private boolean awaits(String execution, Message message) {
        String variable = AWAITED.get(message.message());
        if (variable == null || message.question() == null) {
            return true;
        }
        Object awaited = runtime.getVariable(execution, variable);
        return awaited == null || awaited.equals(message.question());
    }

    private void remove(ApplicationId application, Message message) {
        jdbc.sql("DELETE FROM process_inbox WHERE application = ?::uuid AND position = ?")
                .params(application.value(), message.position())
                .update();
    }

    private void dropIfEnded(ApplicationId application) {
        jdbc.sql(
                        """
                        DELETE FROM process_inbox i USING process_start s
                        WHERE i.application = ?::uuid AND s.application = i.application""")
                .param(application.value())
                .update();
    }

    /** A message that waits for its process. */
    record Message(long position, String message, @Nullable String question) {}
}
