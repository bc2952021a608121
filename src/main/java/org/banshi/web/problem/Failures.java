package org.banshi.web.problem;

import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.queryhandling.QueryExecutionException;
import org.banshi.app.letter.NoFontException;
import org.banshi.app.material.PicturesBusyException;
import org.banshi.app.pace.TooFastException;
import org.banshi.app.signin.SignInRefusedException;
import org.banshi.catalogue.FieldError;
import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.command.contract.text.Text;
import org.banshi.eventstore.AppendUnknownException;
import org.banshi.eventstore.ClaimConflictException;
import org.banshi.eventstore.DuplicateRequestException;
import org.banshi.eventstore.OverloadedException;
import org.banshi.eventstore.StoreUnavailableException;
import org.banshi.eventstore.crypto.ErasedPersonException;
import org.banshi.process.task.InvalidTaskDataException;
import org.banshi.process.task.TaskGoneException;
import org.banshi.process.work.CaseBusyException;
import org.banshi.query.contract.page.BadQueryException;
import org.banshi.web.page.BodyTooLargeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.ErrorResponse;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/**
 * Tells failures apart. What nobody foresaw becomes a 500 with a number; our records keep its types
 * and places in the code under that number, never its texts, which may hold personal data.
 */
@Component
public class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private static final Map<Integer, ProblemKind> BY_STATUS =
            Map.of(
                    400, ProblemKind.INVALID_REQUEST,
                    401, ProblemKind.SIGN_IN_REQUIRED,
                    403, ProblemKind.FORBIDDEN,
                    404, ProblemKind.NOT_FOUND,
                    405, ProblemKind.METHOD_NOT_ALLOWED,
                    406, ProblemKind.NOT_ACCEPTABLE,
                    413, ProblemKind.BODY_TOO_LARGE,
                    415, ProblemKind.MEDIA_TYPE,
                    429, ProblemKind.TOO_FAST,
                    503, ProblemKind.OVERLOADED);

    /** The failure behind an exception. */
    public Failure of(Throwable thrown) {
        Throwable cause = unwrapped(thrown);
        Failure own = ofOurs(cause);
        if (own != null) {
            return own;
        }
        Failure request = ofRequest(cause);
        return request != null ? request : unforeseen(cause);
    }

    /**
     * Lets the page that was asked tell why not, as {@code problem}, so that nothing that was typed
     * there is lost.
     *
     * @throws RuntimeException {@code refused} itself where nobody foresaw it
     */
    public void tell(RuntimeException refused, Model model, HttpServletResponse response) {
        Failure failure = of(refused);
        if (failure.status() >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
            throw refused;
        }
        response.setStatus(failure.status());
        model.addAttribute("problem", failure);
    }

    /** The failure that an HTTP status alone tells. */
    public Failure of(int status) {
        ProblemKind kind = BY_STATUS.get(status);
        if (kind != null) {
            return Failure.of(kind);
        }
        return Failure.of(
                status >= 400 && status < 500 ? ProblemKind.INVALID_REQUEST : ProblemKind.INTERNAL);
    }

    private static @Nullable Failure ofOurs(Throwable cause) {
        if (cause instanceof ProblemException problem) {
            return Failure.of(problem.kind()).with(problem.next(), problem.errors());
        }
        if (cause instanceof RefusedException refused) {
            return ofRefusal(refused.refusal());
        }
        if (cause instanceof InvalidTaskDataException invalid) {
            return Failure.of(ProblemKind.INVALID_TASK_DATA)
                    .with(ProblemKind.INVALID_TASK_DATA.next(), under("/data", invalid.errors()));
        }
        if (cause instanceof TaskGoneException) {
            return Failure.of(ProblemKind.TASK_GONE);
        }
        if (cause instanceof ClaimConflictException conflict) {
            return Failure.of(
                    switch (String.valueOf(conflict.kind())) {
                        case "open-application" -> ProblemKind.OPEN_APPLICATION_EXISTS;
                        case "hearing-slot" -> ProblemKind.HEARING_SLOT_TAKEN;
                        case "arbitration-dispute" -> ProblemKind.DISPUTE_KNOWN;
                        case "confirmed-couple" -> ProblemKind.MEMBER_CONFIRMED;
                        default -> ProblemKind.CLAIM_TAKEN;
                    });
        }
        if (cause instanceof DuplicateRequestException) {
            return Failure.of(ProblemKind.KEY_REUSED);
        }
        if (cause instanceof ConcurrencyException) {
            return Failure.of(ProblemKind.STALE);
        }
        if (cause instanceof OverloadedException
                || cause instanceof StoreUnavailableException
                || cause instanceof CaseBusyException
                || cause instanceof PicturesBusyException) {
            return Failure.of(ProblemKind.OVERLOADED);
        }
        if (cause instanceof ErasedPersonException) {
            return Failure.of(ProblemKind.PERSON_ERASED);
        }
        if (cause instanceof TooFastException) {
            return Failure.of(ProblemKind.TOO_FAST);
        }
        if (cause instanceof NoFontException) {
            return Failure.of(ProblemKind.NO_FONT);
        }
        if (cause instanceof AppendUnknownException) {
            return Failure.of(ProblemKind.OUTCOME_UNKNOWN);
        }
        if (cause instanceof BadQueryException bad) {
            return Failure.of(ProblemKind.INVALID_REQUEST)
                    .with(
                            ProblemKind.INVALID_REQUEST.next(),
                            List.of(wrong("/" + bad.parameter(), "unknown")));
        }
        if (cause instanceof AggregateNotFoundException) {
            return Failure.of(ProblemKind.NOT_FOUND);
        }
        return null;
    }

    private static Failure ofRefusal(Refusal refusal) {
        return new Failure(
                RefusalStatus.of(refusal.code()),
                refusal.code(),
                Failure.RULES,
                refusal.reason(),
                refusal.mend(),
                refusal.rule(),
                List.of(),
                null);
    }

    private @Nullable Failure ofRequest(Throwable cause) {
        if (cause.getCause() instanceof BodyTooLargeException) {
            return Failure.of(ProblemKind.BODY_TOO_LARGE);
        }
        if (cause instanceof HttpMessageNotReadableException unreadable) {
            return Failure.of(ProblemKind.INVALID_JSON)
                    .with(ProblemKind.INVALID_JSON.next(), whereIn(unreadable));
        }
        if (cause instanceof MethodArgumentTypeMismatchException mismatch) {
            return Failure.of(ProblemKind.INVALID_REQUEST)
                    .with(
                            ProblemKind.INVALID_REQUEST.next(),
                            List.of(wrong("/" + mismatch.getName(), "type")));
        }
        if (cause instanceof BadCredentialsException) {
            return Failure.of(ProblemKind.BAD_CREDENTIALS);
        }
        if (cause instanceof SignInRefusedException refused) {
            return Failure.of(kind(refused));
        }
        if (cause instanceof AuthenticationException) {
            return Failure.of(ProblemKind.SIGN_IN_REQUIRED);
        }
        if (cause instanceof AccessDeniedException) {
            return Failure.of(ProblemKind.FORBIDDEN);
        }
        if (cause instanceof MaxUploadSizeExceededException) {
            return Failure.of(ProblemKind.UPLOAD_TOO_LARGE);
        }
        if (cause instanceof MultipartException) {
            return Failure.of(ProblemKind.INVALID_REQUEST);
        }
        if (cause instanceof ErrorResponse response) {
            return of(response.getStatusCode().value());
        }
        return null;
    }

    private static ProblemKind kind(SignInRefusedException refused) {
        return switch (refused.why()) {
            case TOO_MANY_CODES -> ProblemKind.TOO_MANY_CODES;
            case TOO_MANY_ATTEMPTS -> ProblemKind.TOO_MANY_ATTEMPTS;
            case ENDED_ELSEWHERE -> ProblemKind.SESSION_ENDED_ELSEWHERE;
            case RAN_OUT -> ProblemKind.SESSION_RAN_OUT;
            case ACCOUNT_CHANGED -> ProblemKind.ACCOUNT_CHANGED;
            case PROVIDER_REFUSED, PROVIDER_UNLINKED, SIGNED_OUT -> ProblemKind.SIGN_IN_REQUIRED;
            case MANDATE_OVER -> ProblemKind.MANDATE_OVER;
            case VERIFICATION_REQUIRED -> ProblemKind.VERIFICATION_REQUIRED;
            case CODE_REQUIRED -> ProblemKind.CODE_REQUIRED;
            case PASSWORD_NEW, FACTOR_MISSING -> ProblemKind.SIGN_IN_UNFINISHED;
        };
    }

    private static List<FieldError> whereIn(HttpMessageNotReadableException unreadable) {
        if (!(unreadable.getCause() instanceof JsonMappingException mapping)
                || mapping.getPath().isEmpty()) {
            return List.of();
        }
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference step : mapping.getPath()) {
            pointer.append('/')
                    .append(step.getFieldName() != null ? step.getFieldName() : step.getIndex());
        }
        return List.of(wrong(pointer.toString(), "type"));
    }

    private static FieldError wrong(String pointer, String code) {
        return new FieldError(
                pointer, code, Text.of("此值未知，或类型不对。", "The value is unknown or of a wrong type."));
    }

    private static List<FieldError> under(String prefix, List<FieldError> errors) {
        return errors.stream()
                .map(e -> new FieldError(prefix + e.pointer(), e.code(), e.message()))
                .toList();
    }

    private static Failure unforeseen(Throwable cause) {
        String id = UUID.randomUUID().toString();
        LOG.error("Failure {}: {}", id, trace(cause));
        return Failure.of(ProblemKind.INTERNAL).numbered(id);
    }

    private static String trace(Throwable thrown) {
        StringBuilder out = new StringBuilder();
        int depth = 0;
        for (Throwable t = thrown; t != null && depth < 5; t = t.getCause(), depth++) {
            out.append(depth == 0 ? "" : "\nCaused by: ").append(t.getClass().getName());
            StackTraceElement[] places = t.getStackTrace();
            for (int i = 0; i < Math.min(places.length, 20); i++) {
                out.append("\n\tat ").append(places[i]);
            }
        }
        return out.toString();
    }

    private static Throwable unwrapped(Throwable thrown) {
        Throwable cause = thrown;
        while ((cause instanceof CommandExecutionException
                        || cause instanceof QueryExecutionException
                        || cause instanceof CompletionException
                        || cause instanceof ExecutionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
