package org.banshi.web.citizen;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /**
     * A table that was not taken.
     *
     * @param field that it is for
     * @param overtaken whether other answers were kept since
     * @param wrong as many as are shown
     * @param more how many there are beside
     */
    record Untaken(String field, boolean overtaken, List<Roster.Wrong> wrong, int more) {}

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
            @RequestParam(required = false) @Nullable String refused,
            Model model) {
        Draft draft = DraftPerson.draft(drafts, Access.citizen(caller), service);
        Untaken untaken =
                (refused == null ? Optional.<Untaken>empty() : drafts.refusal(draft, Untaken.class))
                        .filter(it -> it.field().equals(field))
                        .orElseGet(() -> new Untaken(field, false, List.of(), 0));
        Object rows = draft.form().values().get(field);
        model.addAttribute("service", filing.service(service));
        model.addAttribute("roster", rosters.find(service, field));
        model.addAttribute("count", rows instanceof List<?> list ? list.size() : 0);
        model.addAttribute("overtaken", untaken.overtaken());
        model.addAttribute("wrong", untaken.wrong());
        model.addAttribute("more", untaken.more());
        return "citizen/roster";
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
            @RequestParam(required = false) @Nullable MultipartFile file)
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
        List<Roster.Wrong> wrong = outcome.wrong();
        drafts.refuse(
                draft,
                new Untaken(
                        field,
                        wrong.isEmpty(),
                        wrong.stream().limit(MOST_SHOWN).toList(),
                        Math.max(0, wrong.size() - MOST_SHOWN)));
        return "redirect:/services/" + service + "/apply/rosters/" + field + "?refused";
    }
}
