package org.banshi.app.chaos;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.banshi.eventstore.history.Operation;
import org.banshi.eventstore.history.Operation.Answer;

/**
 * What callers sent and were told. Those without an answer hold {@link Answer#UNKNOWN}, and keep it
 * when none comes any more.
 */
final class Ledger {

    private final Map<String, Operation> operations = new LinkedHashMap<>();
    private long acknowledged;

    /** Notes a line of a caller; false when it is none. */
    synchronized boolean note(String line) {
        if (line.startsWith(Word.SENT)) {
            Operation sent = Word.operation(line);
            operations.put(sent.id(), sent);
            return true;
        }
        if (!line.startsWith(Word.ANSWERED)) {
            return false;
        }
        Operation answered =
                operations.computeIfPresent(Word.id(line), (id, sent) -> Word.answered(sent, line));
        if (answered != null && answered.answer() == Answer.APPENDED) {
            acknowledged++;
        }
        return true;
    }

    synchronized List<Operation> operations() {
        return new ArrayList<>(operations.values());
    }

    synchronized long acknowledged() {
        return acknowledged;
    }
}
