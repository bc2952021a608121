package org.banshi.eventstore;

import java.math.BigDecimal;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.message.Personal;
import org.banshi.command.contract.message.PersonalEvent;
import org.banshi.command.contract.message.Stored;
import org.banshi.command.contract.person.PersonId;
import org.jspecify.annotations.Nullable;

/** An invented story for these tests: somebody keeps a diary under a title that is unique. */
public sealed interface DiaryEvent extends PersonalEvent {

    String diary();

    @Stored("diary.begun")
    record Begun(String diary, PersonId subject, String title) implements DiaryEvent {}

    @Stored("diary.written")
    record Written(String diary, PersonId subject, int page, @Personal @Nullable String text)
            implements DiaryEvent {}

    @Stored("diary.counted")
    record Counted(
            String diary,
            PersonId subject,
            @Personal @Nullable BigDecimal money,
            @Personal @Nullable FormData things)
            implements DiaryEvent {}

    @Stored("diary.closed")
    record Closed(String diary, PersonId subject, String title) implements DiaryEvent {}
}
