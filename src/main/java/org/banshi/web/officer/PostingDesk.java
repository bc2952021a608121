package org.banshi.web.officer;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.banshi.app.access.CaseOwners;
import org.banshi.app.casefile.NoticeProofs;
import org.banshi.app.casefile.NoticeProofs.Posting;
import org.banshi.app.qr.QrCode;
import org.banshi.app.signin.SignedIn;
import org.banshi.command.contract.application.Material;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.person.PersonId;
import org.banshi.query.contract.notice.PublicNotice;
import org.banshi.web.page.Words;
import org.banshi.web.problem.Failures;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.banshi.web.write.OfficerActs;
import org.banshi.web.write.Papers;
import org.banshi.web.write.Reads;
import org.banshi.web.write.RequestKeys;
import org.banshi.web.write.View;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * The sheet with a case's public notice, and the proof that it hung: two signatures on paper, or
 * photographs with the day and the place, which become papers of the case.
 */
@Component
class PostingDesk {

    private final NoticeProofs proofs;
    private final CaseOwners owners;
    private final Papers papers;
    private final OfficerActs acts;
    private final RequestKeys keys;
    private final Reads reads;
    private final Failures failures;
    private final BusinessClock clock;

    PostingDesk(
            NoticeProofs proofs,
            CaseOwners owners,
            Papers papers,
            OfficerActs acts,
            RequestKeys keys,
            Reads reads,
            Failures failures,
            BusinessClock clock) {
        this.proofs = proofs;
        this.owners = owners;
        this.papers = papers;
        this.acts = acts;
        this.keys = keys;
        this.reads = reads;
        this.failures = failures;
        this.clock = clock;
    }

    /**
     * A photograph as it was sent.
     *
     * @param key the same when the button is pressed again
     */
    record Handed(
            @Nullable MultipartFile photo,
            @Nullable String place,
            @Nullable String day,
            @Nullable String key) {

        private Optional<LocalDate> taken() {
            try {
                return Optional.ofNullable(day).map(String::strip).map(LocalDate::parse);
            } catch (DateTimeException unreadable) {
                return Optional.empty();
            }
        }

        private boolean lacks() {
            return photo == null
                    || photo.isEmpty()
                    || place == null
                    || place.isBlank()
                    || taken().isEmpty();
        }
    }

    /**
     * Lays the sheet.
     *
     * @param notice that is up; empty where it was taken down
     * @param address of the sheet, to which photographs are sent, too
     * @throws ProblemException where none of the case was ever put up
     */
    String lay(String number, Optional<PublicNotice> notice, String address, Model model) {
        Posting posting =
                proofs.of(number)
                        .orElseThrow(() -> ProblemException.of(ProblemKind.NOTICE_NOT_FOUND));
        LocalDate today = clock.today();
        model.addAttribute("number", number);
        model.addAttribute("notice", notice.orElse(null));
        model.addAttribute("posting", posting);
        model.addAttribute("lastDay", today.isBefore(posting.until()) ? today : posting.until());
        model.addAttribute("address", address);
        model.addAttribute("proving", UUID.randomUUID().toString());
        model.addAttribute(
                "qr",
                QrCode.svg(
                        ServletUriComponentsBuilder.fromCurrentContextPath()
                                .path("/notices/{number}")
                                .encode()
                                .buildAndExpand(number)
                                .toUriString(),
                        new Words(LocaleContextHolder.getLocale()).language().equals("en")
                                ? "QR code of the notice"
                                : "本公示的二维码"));
        return "officer/sheet-poster";
    }

    /**
     * Takes a photograph in.
     *
     * @return whether it is on file; otherwise the model says why not
     */
    boolean take(
            SignedIn who, String number, Handed handed, Model model, HttpServletResponse response)
            throws IOException {
        MultipartFile photo = handed.photo();
        if (handed.lacks() || photo == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("unproved", true);
            return false;
        }
        try {
            file(who, number, photo.getBytes(), handed);
            return true;
        } catch (RuntimeException refused) {
            failures.tell(refused, model, response);
            return false;
        }
    }

    private void file(SignedIn who, String number, byte[] photo, Handed handed) {
        Posting posting =
                proofs.of(number)
                        .orElseThrow(() -> ProblemException.of(ProblemKind.NOTICE_NOT_FOUND));
        String person = owners.of(List.of(number)).get(number);
        if (person == null) {
            throw ProblemException.of(ProblemKind.NOTICE_NOT_FOUND);
        }
        if (posting.erased()) {
            throw ProblemException.of(ProblemKind.PERSON_ERASED);
        }
        Material kept = papers.posting(new PersonId(person), photo);
        String place = String.valueOf(handed.place()).strip();
        LocalDate taken = handed.taken().orElseThrow();
        reads.afterIfPossible(
                acts.provePosting(
                                who,
                                posting.application(),
                                kept,
                                place,
                                taken,
                                keys.optional(
                                        who,
                                        "posting " + number,
                                        handed.key(),
                                        List.of(kept.sha256(), place, taken.toString())))
                        .position(),
                View.TIMELINE);
    }
}
