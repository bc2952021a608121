package org.banshi.web.officer;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.banshi.app.casefile.NoticeProofs.Posting;
import org.banshi.app.qr.QrCode;
import org.banshi.app.signin.SignedIn;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.query.contract.notice.PublicNotice;
import org.banshi.web.page.Words;
import org.banshi.web.problem.Failures;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.write.PostingProofs;
import org.banshi.web.write.Reads;
import org.banshi.web.write.View;
import org.banshi.web.write.Written;
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

    private final PostingProofs proofs;
    private final Reads reads;
    private final Failures failures;
    private final BusinessClock clock;

    PostingDesk(PostingProofs proofs, Reads reads, Failures failures, BusinessClock clock) {
        this.proofs = proofs;
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
        Posting posting = proofs.of(number);
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
            Written written =
                    proofs.take(
                            who,
                            number,
                            photo.getBytes(),
                            String.valueOf(handed.place()).strip(),
                            handed.taken().orElseThrow(),
                            handed.key());
            reads.afterIfPossible(written.position(), View.TIMELINE);
            return true;
        } catch (RuntimeException refused) {
            failures.tell(refused, model, response);
            return false;
        }
    }
}
