package org.banshi.web.citizen;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.banshi.app.draft.Draft;
import org.banshi.app.draft.Drafts;
import org.banshi.app.signin.SignedIn;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.web.form.Roster;
import org.banshi.web.page.Words;
import org.banshi.web.write.Access;
import org.banshi.web.write.Filing;
import org.banshi.web.write.Rosters;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Hand in a list of the form as a table, such as the roster of a group. */
@Controller
@RequestMapping("/services/{service}/apply/rosters/{field}")
class RosterPages {

    /** More mistakes than these are counted. */
    private static final int MOST_SHOWN = 50;

    private final Rosters rosters;
    private final Filing filing;
    private final Drafts drafts;
    private final BusinessClock clock;

    RosterPages(Rosters rosters, Filing filing, Drafts drafts, BusinessClock clock) {
        this.rosters = rosters;
        this.filing = filing;
        this.drafts = drafts;
        this.clock = clock;
    }

    @GetMapping
    String show(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String service,
            @PathVariable String field,
            Model model) {
        return page(Access.citizen(caller), service, field, List.of(), model);
    }

    @GetMapping("/template")
    ResponseEntity<byte[]> template(
            @PathVariable String service,
            @PathVariable String field,
            @ModelAttribute("say") Words say) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(field + ".csv").build().toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(
                        rosters.find(service, field)
                                .template(say.language())
                                .getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping
    String upload(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String service,
            @PathVariable String field,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model,
            HttpServletResponse response)
            throws IOException {
        SignedIn who = Access.citizen(caller);
        Draft draft = DraftPerson.draft(drafts, who, service);
        byte[] bytes = file == null ? new byte[0] : file.getBytes();
        Rosters.Outcome outcome = rosters.read(service, field, bytes);
        boolean kept =
                outcome.wrong().isEmpty()
                        && drafts.fill(
                                draft,
                                draft.revision(),
                                draft.form().with(new FormData(Map.of(field, outcome.rows()))),
                                clock.now());
        if (kept) {
            String section =
                    FormParts.of(
                                    filing.service(service).form().schema(),
                                    draft.form(),
                                    List.of(),
                                    draft.seen())
                            .asking(field)
                            .map(part -> "?section=" + part.key())
                            .orElse("");
            return "redirect:/services/" + service + "/apply/form" + section + "#f-" + field;
        }
        response.setStatus(
                outcome.wrong().isEmpty()
                        ? HttpStatus.CONFLICT.value()
                        : HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("overtaken", outcome.wrong().isEmpty());
        return page(who, service, field, outcome.wrong(), model);
    }

    private String page(
            SignedIn who, String service, String field, List<Roster.Wrong> wrong, Model model) {
        Draft draft = DraftPerson.draft(drafts, who, service);
        Object rows = draft.form().values().get(field);
        model.addAttribute("service", filing.service(service));
        model.addAttribute("roster", rosters.find(service, field));
        model.addAttribute("count", rows instanceof List<?> list ? list.size() : 0);
        model.addAttribute("wrong", wrong.stream().limit(MOST_SHOWN).toList());
        model.addAttribute("more", Math.max(0, wrong.size() - MOST_SHOWN));
        return "citizen/roster";
    }
}
