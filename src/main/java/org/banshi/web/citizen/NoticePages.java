package org.banshi.web.citizen;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.banshi.app.signin.SignedIn;
import org.banshi.query.contract.notice.FindPublicNotice;
import org.banshi.query.contract.notice.PublicNotice;
import org.banshi.web.page.Regions;
import org.banshi.web.problem.Failures;
import org.banshi.web.write.Access;
import org.banshi.web.write.CitizenActs;
import org.banshi.web.write.Reads;
import org.banshi.web.write.RequestKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A public notice, for anybody; whoever objects to it logs in. */
@Controller
@RequestMapping("/notices")
class NoticePages {

    /** Most characters of an objection. */
    private static final int LONGEST = 2_000;

    private static final int LONGEST_NUMBER = 60;

    private final CitizenActs acts;
    private final Reads reads;
    private final RequestKeys keys;
    private final Regions regions;
    private final Failures failures;

    NoticePages(
            CitizenActs acts, Reads reads, RequestKeys keys, Regions regions, Failures failures) {
        this.acts = acts;
        this.reads = reads;
        this.keys = keys;
        this.regions = regions;
        this.failures = failures;
    }

    /** A family's circumstances are for the neighbours, not for a search machine's store. */
    @ModelAttribute
    void keepOut(HttpServletResponse response) {
        response.setHeader("X-Robots-Tag", "noindex");
        response.setHeader("Cache-Control", "no-store");
    }

    @GetMapping
    String ask(
            @RequestParam(required = false) @Nullable String number,
            Model model,
            HttpServletResponse response) {
        String typed = typed(number == null ? "" : number);
        if (typed.isEmpty()) {
            return "citizen/notices";
        }
        return find(typed).isPresent()
                ? "redirect:/notices/" + typed
                : missed(typed, model, response);
    }

    @GetMapping("/{number}")
    String show(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String done,
            Model model,
            HttpServletResponse response) {
        Optional<PublicNotice> notice = find(number);
        return notice.isPresent()
                ? page(notice.get(), "objected".equals(done), model)
                : missed(number, model, response);
    }

    @PostMapping("/{number}/objections")
    String object(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String objection,
            Model model,
            HttpServletResponse response) {
        SignedIn who = Access.citizen(caller);
        Optional<PublicNotice> notice = find(number);
        if (notice.isEmpty()) {
            return missed(number, model, response);
        }
        String words = objection.strip();
        model.addAttribute("objection", words);
        if (words.isEmpty() || words.length() > LONGEST) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("wrong", words.isEmpty() ? "notice.empty" : "notice.long");
            return page(notice.get(), false, model);
        }
        try {
            // The same words again are a second press of the button.
            String again =
                    UUID.nameUUIDFromBytes(words.getBytes(StandardCharsets.UTF_8)).toString();
            acts.object(who, number, words, keys.required(who, "object " + number, again, words));
            return "redirect:/notices/" + number + "?done=objected";
        } catch (RuntimeException refused) {
            failures.tell(refused, model, response);
            return page(notice.get(), false, model);
        }
    }

    private String page(PublicNotice notice, boolean objected, Model model) {
        model.addAttribute("notice", notice);
        model.addAttribute("place", regions.name(notice.region()));
        model.addAttribute("objected", objected);
        model.addAttribute("longest", LONGEST);
        return "citizen/notice";
    }

    private static String missed(String number, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        model.addAttribute("number", number);
        model.addAttribute("missed", true);
        return "citizen/notices";
    }

    private Optional<PublicNotice> find(String number) {
        return number.length() > LONGEST_NUMBER
                ? Optional.empty()
                : reads.one(new FindPublicNotice(number), PublicNotice.class);
    }

    private static String typed(String number) {
        return number.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
    }
}
