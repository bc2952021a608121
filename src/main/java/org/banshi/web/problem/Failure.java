package org.banshi.web.problem;

import java.util.List;
import org.banshi.catalogue.FieldError;
import org.banshi.command.contract.text.Text;
import org.jspecify.annotations.Nullable;

/** A failure told apart, before it is put into a language. */
public record Failure(
        int status,
        String code,
        Text who,
        Text why,
        Text next,
        @Nullable String rule,
        List<FieldError> errors,
        @Nullable String id) {

    static final Text PLATFORM = Text.of("办事平台", "The Banshi platform");
    static final Text RULES = Text.of("事项办理规则", "The rules of the service");

    static Failure of(ProblemKind kind) {
        return new Failure(
                kind.status(),
                kind.code(),
                PLATFORM,
                kind.why(),
                kind.next(),
                null,
                List.of(),
                null);
    }

    Failure with(Text otherNext, List<FieldError> otherErrors) {
        return new Failure(status, code, who, why, otherNext, rule, otherErrors, id);
    }

    Failure numbered(String number) {
        return new Failure(status, code, who, why, next, rule, errors, number);
    }

    /** In the language of a BCP 47 tag. */
    public Problem in(String language) {
        return new Problem(
                "/problems/" + code,
                why.in(language),
                status,
                why.in(language),
                code,
                who.in(language),
                next.in(language),
                rule,
                errors.stream()
                        .map(
                                error ->
                                        new Problem.Field(
                                                error.pointer(),
                                                error.code(),
                                                error.message().in(language)))
                        .toList(),
                id);
    }
}
