package org.banshi.web.citizen;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.banshi.app.draft.Draft;
import org.banshi.app.draft.Drafts;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.web.Samples;
import org.springframework.mock.web.MockMultipartFile;

/** An application begun, as the pages find it. */
final class Begun {

    private Begun() {}

    static Draft draft(FormData form, Map<String, List<String>> papers) {
        return new Draft(
                "22222222-2222-3333-4444-555555555555",
                Samples.PERSON,
                new ServiceVersion(Samples.SERVICE, 1),
                "440106",
                form,
                3,
                papers,
                Set.of(),
                Instant.EPOCH);
    }

    static MockMultipartFile file(String content) {
        return new MockMultipartFile(
                "file", "x.pdf", "application/pdf", content.getBytes(StandardCharsets.UTF_8));
    }

    /** What one page refuses the next one tells, once. */
    static void tell(Drafts drafts) {
        AtomicReference<Object> told = new AtomicReference<>();
        doAnswer(
                        call -> {
                            told.set(call.getArgument(1));
                            return null;
                        })
                .when(drafts)
                .refuse(any(), any());
        doAnswer(
                        call -> {
                            Class<?> type = call.getArgument(1);
                            return Optional.ofNullable(told.getAndSet(null))
                                    .filter(type::isInstance);
                        })
                .when(drafts)
                .refusal(any(), any());
    }
}
