package org.banshi.web.auditor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.banshi.command.contract.application.Conclusion;
import org.banshi.command.contract.text.Text;
import org.banshi.query.contract.progress.CaseStatus;
import org.banshi.query.contract.progress.Progress;
import org.banshi.web.page.Words;
import org.jspecify.annotations.Nullable;

/** What reads otherwise on a case's page than it did, in the words of the page. */
final class Differences {

    private static final Text NOTHING = Text.of("（无）", "(none)");
    private static final Text YES = Text.of("是", "yes");

    /**
     * @param label what it is
     * @param then as it was, {@link #NOTHING} where it was not
     * @param now as it is
     */
    record Difference(String label, String then, String now) {}

    private final Words say;
    private final List<Difference> found = new ArrayList<>();

    private Differences(Words say) {
        this.say = say;
    }

    static List<Difference> between(Progress then, Progress now, Words say) {
        Differences differences = new Differences(say);
        differences.compare(then, now);
        return List.copyOf(differences.found);
    }

    /** The same for lines by label, those of then first. */
    static List<Difference> between(Map<String, String> then, Map<String, String> now, Words say) {
        Differences differences = new Differences(say);
        Map<String, String> all = new LinkedHashMap<>(then);
        all.putAll(now);
        all.keySet()
                .forEach(
                        label ->
                                differences.add(
                                        Text.of(label, label),
                                        then.getOrDefault(label, ""),
                                        now.getOrDefault(label, "")));
        return List.copyOf(differences.found);
    }

    private void compare(Progress then, Progress now) {
        add(Text.of("状态", "Status"), status(then), status(now));
        add(Text.of("正在办理", "Being done"), say.of(then.now()), say.of(now.now()));
        add(Text.of("谁在办", "With whom"), say.of(then.who()), say.of(now.who()));
        add(Text.of("待申请人处理", "Applicant has to act"), turn(then), turn(now));
        add(
                Text.of("要求补正", "Asked to supply"),
                say.of(then.supplementReason()),
                say.of(now.supplementReason()));
        add(Text.of("本环节期限", "Step due"), say.due(then.until()), say.due(now.until()));
        add(Text.of("办结期限", "Case due"), say.due(then.caseDue()), say.due(now.caseDue()));
        add(Text.of("接下来", "Next"), say.of(then.next()), say.of(now.next()));
        add(Text.of("结论", "Conclusion"), conclusion(then), conclusion(now));
        add(Text.of("理由", "Reason"), say.of(then.reason()), say.of(now.reason()));
        Map<String, Text> labels = new LinkedHashMap<>();
        then.result().forEach(line -> labels.put(line.key(), line.label()));
        now.result().forEach(line -> labels.put(line.key(), line.label()));
        labels.forEach((key, label) -> add(label, result(then, key), result(now, key)));
        add(Text.of("救济期限", "Remedies"), remedies(then), remedies(now));
    }

    private void add(Text label, String then, String now) {
        if (!then.equals(now)) {
            String nothing = say.of(NOTHING);
            found.add(
                    new Difference(
                            say.of(label),
                            then.isEmpty() ? nothing : then,
                            now.isEmpty() ? nothing : now));
        }
    }

    private String status(Progress progress) {
        return Optional.ofNullable(progress.ending())
                .or(() -> CaseStatus.of(progress.status()).map(CaseStatus::words))
                .map(say::of)
                .orElse(progress.status());
    }

    private String turn(Progress progress) {
        return progress.yourTurn() ? say.of(YES) : "";
    }

    private String conclusion(Progress progress) {
        @Nullable Conclusion conclusion = progress.conclusion();
        if (conclusion == null) {
            return "";
        }
        return say.of(
                conclusion == Conclusion.APPROVED
                        ? Text.of("准予", "approved")
                        : Text.of("不予批准", "rejected"));
    }

    private String result(Progress progress, String key) {
        return progress.result().stream()
                .filter(line -> line.key().equals(key))
                .map(line -> say.month(line.value()))
                .findFirst()
                .orElse("");
    }

    private String remedies(Progress progress) {
        return String.join(
                " · ",
                progress.remedies().stream()
                        .map(one -> (say.of(one.where()) + " " + say.due(one.lastDay())).strip())
                        .toList());
    }
}
