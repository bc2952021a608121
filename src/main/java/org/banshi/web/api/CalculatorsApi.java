package org.banshi.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.banshi.app.calculator.Overtime;
import org.banshi.app.calculator.Overtime.Arrangement;
import org.banshi.command.contract.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Calculators: nobody has to say who they are, and nothing is kept. */
@RestController
@RequestMapping("/api/v1/calculators")
@Tag(name = "Calculators", description = "For anybody; nothing of it is kept.")
class CalculatorsApi {

    private static final BigDecimal MOST_WAGE = new BigDecimal("10000000");
    private static final BigDecimal HOURS_OF_A_DAY = new BigDecimal("24");
    private static final int MOST_DAYS = 366;

    private final Overtime overtime;

    CalculatorsApi(Overtime overtime) {
        this.overtime = overtime;
    }

    @GetMapping("/overtime")
    @Operation(
            summary = "Calculate overtime pay",
            description =
                    "By the day: whether it is a working day, a day of rest or a statutory holiday"
                            + " the calendar knows.")
    Overtime.Result overtime(
            @RequestParam BigDecimal monthlyWage,
            @RequestParam(defaultValue = "STANDARD") Arrangement arrangement,
            @RequestParam
                    @Schema(
                            description =
                                    "`day:hours`, with `:lieu` where time off was given; such as"
                                            + " `2026-10-01:8`.")
                    List<String> worked) {
        if (monthlyWage.signum() < 0 || monthlyWage.compareTo(MOST_WAGE) > 0) {
            throw wrong("/monthlyWage");
        }
        if (worked.size() > MOST_DAYS) {
            throw wrong("/worked");
        }
        List<Overtime.Worked> days = new ArrayList<>();
        for (int i = 0; i < worked.size(); i++) {
            days.add(day(worked.get(i), "/worked/" + i));
        }
        return overtime.ofDays(monthlyWage, arrangement, days);
    }

    private static Overtime.Worked day(@Nullable String text, String pointer) {
        String[] parts = text == null ? new String[0] : text.split(":");
        boolean lieu = parts.length == 3 && parts[2].equals("lieu");
        boolean wellFormed =
                (parts.length == 2 || lieu)
                        && parts[0].matches("20\\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])")
                        && parts[1].matches("\\d{1,2}(\\.\\d{1,2})?");
        if (!wellFormed) {
            throw wrong(pointer);
        }
        BigDecimal hours = new BigDecimal(parts[1]);
        if (hours.compareTo(HOURS_OF_A_DAY) > 0) {
            throw wrong(pointer);
        }
        try {
            return new Overtime.Worked(LocalDate.parse(parts[0]), hours, lieu);
        } catch (DateTimeException noSuchDay) {
            throw wrong(pointer);
        }
    }

    private static RuntimeException wrong(String pointer) {
        return Body.wrong(pointer, "format", Text.of("请核对此项。", "Check this value."));
    }
}
