package org.banshi.web.auditor;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.banshi.app.audit.look.Look;
import org.banshi.app.signin.SignedIn;
import org.banshi.query.contract.audit.Check;
import org.banshi.query.contract.audit.FindSuspicions;
import org.banshi.query.contract.audit.Suspicion;
import org.banshi.query.contract.audit.Suspicions;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.banshi.web.write.Reads;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Ready checks over all cases. */
@Controller
@RequestMapping("/audit/checks")
class ChecksPage {

    private final AuditDesk desk;
    private final Reads reads;

    ChecksPage(AuditDesk desk, Reads reads) {
        this.desk = desk;
        this.reads = reads;
    }

    @GetMapping
    String all(@AuthenticationPrincipal @Nullable SignedIn caller, Model model) {
        desk.enter(caller, model);
        model.addAttribute("checks", names());
        return "auditor/checks";
    }

    @GetMapping("/{name}")
    String show(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String name,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        SignedIn who = desk.enter(caller, model);
        Check check = check(name);
        desk.looked(who, Look.Kind.CHECK, name, null);
        Suspicions part = find(who, check, after);
        model.addAttribute("checks", names());
        model.addAttribute("name", name);
        model.addAttribute("check", check.name());
        model.addAttribute("after", after);
        model.addAttribute("next", part.next());
        model.addAttribute("found", part.found());
        return "auditor/checks";
    }

    /** The same as a file for a spreadsheet. */
    @GetMapping(path = "/{name}/list.csv", produces = "text/csv;charset=UTF-8")
    void csv(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String name,
            @RequestParam(required = false) @Nullable String after,
            Model model,
            HttpServletResponse response)
            throws IOException {
        SignedIn who = desk.enter(caller, model);
        Check check = check(name);
        desk.looked(who, Look.Kind.EXPORT, "check " + name, null);
        List<Suspicion> found = find(who, check, after).found();
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".csv\"");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        PrintWriter out = response.getWriter();
        // Spreadsheets take a file without the mark for one in another encoding.
        out.print('\uFEFF');
        out.print("subject,cases,numbers,facts\r\n");
        for (Suspicion one : found) {
            out.print(
                    "%s,%d,%s,%s\r\n"
                            .formatted(
                                    one.subject(),
                                    one.cases(),
                                    String.join(" ", one.numbers()),
                                    quoted(String.join("; ", one.facts()))));
        }
        out.flush();
    }

    private static String quoted(String value) {
        return '"' + value.replace("\"", "\"\"") + '"';
    }

    private Suspicions find(SignedIn who, Check check, @Nullable String after) {
        return reads.one(new FindSuspicions(check, who.scope(), after), Suspicions.class)
                .orElse(new Suspicions(List.of(), null));
    }

    private static List<String> names() {
        return Arrays.stream(Check.values()).map(ChecksPage::name).toList();
    }

    private static String name(Check check) {
        return check.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Check check(String name) {
        return Optional.of(name)
                .flatMap(
                        it ->
                                Arrays.stream(Check.values())
                                        .filter(c -> name(c).equals(it))
                                        .findFirst())
                .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND));
    }
}
