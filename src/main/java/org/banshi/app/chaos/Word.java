package org.banshi.app.chaos;

import java.util.ArrayList;
import java.util.List;
import org.banshi.eventstore.history.Operation;
import org.banshi.eventstore.history.Operation.Answer;
import org.banshi.eventstore.history.Operation.Append;
import org.jspecify.annotations.Nullable;

/**
 * What a node under load and its supervisor tell each other: a line each, through pipes that
 * outlive the node. An operation is told before it is sent, and its answer before it counts.
 */
final class Word {

    /** To a node: begin; come to rest. */
    static final String GO = "go";

    static final String REST = "rest";

    /** From a node: started; at rest. */
    static final String READY = "ready";

    static final String RESTING = "resting";

    static final String SENT = "sent";
    static final String ANSWERED = "answered";

    private static final String NO_KEY = "-";
    private static final int FIELDS_OF_AN_APPEND = 3;

    private Word() {}

    /** Times are {@link System#nanoTime}, which all processes of a Linux machine share. */
    static String sent(String id, long when, @Nullable String key, List<Append> appends) {
        StringBuilder line = new StringBuilder(SENT);
        line.append(' ').append(id).append(' ').append(when);
        line.append(' ').append(key == null ? NO_KEY : key);
        for (Append append : appends) {
            line.append(' ').append(append.stream());
            line.append(' ').append(append.expected());
            line.append(' ').append(append.label());
        }
        return line.toString();
    }

    static String answered(String id, long when, Answer answer) {
        return ANSWERED + ' ' + id + ' ' + when + ' ' + answer;
    }

    /** What is known when no answer comes any more. */
    static Operation operation(String sent) {
        String[] words = sent.split(" ");
        List<Append> appends = new ArrayList<>();
        for (int i = 4; i < words.length; i += FIELDS_OF_AN_APPEND) {
            appends.add(new Append(words[i], Long.parseLong(words[i + 1]), words[i + 2]));
        }
        return new Operation(
                words[1],
                Long.parseLong(words[2]),
                Long.MAX_VALUE,
                Answer.UNKNOWN,
                appends,
                words[3].equals(NO_KEY) ? null : words[3]);
    }

    /** The operation that a line answers. */
    static String id(String answered) {
        return answered.split(" ")[1];
    }

    static Operation answered(Operation sent, String answered) {
        String[] words = answered.split(" ");
        return new Operation(
                sent.id(),
                sent.invoked(),
                Long.parseLong(words[2]),
                Answer.valueOf(words[3]),
                sent.appends(),
                sent.receipt());
    }
}
