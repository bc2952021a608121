package org.banshi.web.citizen;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.banshi.app.calculator.Overtime;
import org.banshi.app.calculator.Overtime.Arrangement;
import org.banshi.app.calculator.Overtime.DayKind;
import org.banshi.web.write.Commands;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Calculators, for anybody; what is typed stays in the address and nowhere else. */
@Controller
@RequestMapping("/calculators")
class CalculatorPages {

    private static final Map<String, DayKind> FIELDS = new LinkedHashMap<>();

    static {
        FIELDS.put("workday", DayKind.WORKDAY);
        FIELDS.put("restDay", DayKind.REST_DAY);
        FIELDS.put("holiday", DayKind.HOLIDAY);
    }

    private final Overtime overtime;
    private final Commands commands;

    CalculatorPages(Overtime overtime, Commands commands) {
        this.overtime = overtime;
        this.commands = commands;
    }

    @GetMapping("/overtime")
    String overtime(@RequestParam Map<String, String> typed, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute("fields", FIELDS.keySet());
        model.addAttribute("arrangements", Arrangement.values());
        if (!typed.containsKey("wage")) {
            return "citizen/overtime";
        }
        BigDecimal wage = number(typed.get("wage"));
        Map<DayKind, BigDecimal> hours = new EnumMap<>(DayKind.class);
        boolean wrong = wage == null;
        for (Map.Entry<String, DayKind> field : FIELDS.entrySet()) {
            String text = typed.getOrDefault(field.getKey(), "").strip();
            BigDecimal given = text.isEmpty() ? BigDecimal.ZERO : number(text);
            wrong |= given == null;
            hours.put(field.getValue(), given == null ? BigDecimal.ZERO : given);
        }
        model.addAttribute("wrong", wrong);
        if (!wrong) {
            model.addAttribute(
                    "result",
                    overtime.ofHours(
                            wage, arrangement(typed.get("arrangement")), hours, commands.today()));
        }
        return "citizen/overtime";
    }

    private static Arrangement arrangement(@Nullable String word) {
        for (Arrangement arrangement : Arrangement.values()) {
            if (arrangement.name().equals(word)) {
                return arrangement;
            }
        }
        return Arrangement.STANDARD;
    }

    /** At most seven places before the point and two behind it; null where it is no such number. */
    private static @Nullable BigDecimal number(@Nullable String text) {
        return text != null && text.strip().matches("\\d{1,7}(\\.\\d{1,2})?")
                ? new BigDecimal(text.strip())
                : null;
    }
}
