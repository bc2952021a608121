package org.banshi.web.citizen;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.banshi.query.contract.progress.FindGlimpse;
import org.banshi.query.contract.progress.Progress;
import org.banshi.web.write.Reads;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a case stands, by number and query code, without a log-in. */
@Controller
@RequestMapping("/progress")
class ProgressPage {

    private final Reads reads;

    ProgressPage(Reads reads) {
        this.reads = reads;
    }

    @GetMapping
    String ask(@RequestParam(required = false) @Nullable String number, Model model) {
        model.addAttribute("number", number);
        return "citizen/progress";
    }

    /** A POST, so that the code stays out of addresses and their records. */
    @PostMapping
    String show(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String code,
            Model model,
            HttpServletResponse response) {
        String typedNumber = number.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        String typedCode = code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        Optional<Progress.Glimpse> found =
                typedNumber.isEmpty() || typedNumber.length() > 60 || typedCode.length() > 20
                        ? Optional.empty()
                        : reads.one(
                                new FindGlimpse(typedNumber, typedCode), Progress.Glimpse.class);
        model.addAttribute("number", typedNumber);
        model.addAttribute("found", found.orElse(null));
        model.addAttribute("missed", found.isEmpty());
        if (found.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
        }
        return "citizen/progress";
    }
}
