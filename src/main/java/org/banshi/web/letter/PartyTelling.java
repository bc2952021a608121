package org.banshi.web.letter;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.banshi.app.letter.OpenRemedies;
import org.banshi.command.contract.arbitration.ArbitrationEvent;
import org.banshi.command.contract.arbitration.AwardLine;
import org.banshi.command.contract.arbitration.AwardedItem;
import org.banshi.command.contract.arbitration.Finality;
import org.banshi.command.contract.arbitration.ServedDocument;
import org.banshi.command.contract.arbitration.Side;
import org.banshi.command.contract.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * What is told to a party of a dispute: what the document itself brings, and nothing else of the
 * other side.
 */
final class PartyTelling {

    /** More names than these are counted. */
    private static final int MOST_NAMES = 10;

    private final LetterTelling telling;
    private final LetterStory story;
    private final MessageSource messages;

    PartyTelling(LetterTelling telling, LetterStory story, MessageSource messages) {
        this.telling = telling;
        this.story = story;
        this.messages = messages;
    }

    void tell(Draft draft, String code) {
        String self = Objects.requireNonNull(draft.party());
        ArbitrationEvent.PartyJoined party = Objects.requireNonNull(story.parties.get(self));
        telling.put("addressee", name(self));
        telling.put("party", LetterTelling.same(self));
        telling.put("code", LetterTelling.same(code));
        telling.put("claimants", names(Side.CLAIMANT));
        telling.put("respondents", names(Side.RESPONDENT));
        telling.put("panel", LetterTelling.same(String.join("、", story.panel)));
        ServedDocument document = Objects.requireNonNull(draft.document());
        ArbitrationEvent.DocumentServed served =
                story.served.get(self + "/" + document + "/" + draft.serial());
        switch (document) {
            case CLAIM -> {
                claims(story.firstClaims());
                telling.put(
                        "answerBy", LetterTelling.due(served == null ? null : served.answerBy()));
                if (story.toldWithClaim(party) > 0) {
                    hearing(story.toldWithClaim(party));
                }
            }
            case FURTHER_CLAIM -> claims(story.furtherClaims(draft.serial()));
            case ANSWER ->
                    telling.lists.put(
                            "answers",
                            Stream.of(story.answers.get(draft.serial() - 1))
                                    .map(
                                            one ->
                                                    Map.of(
                                                            "by",
                                                            name(one.party()),
                                                            "answer",
                                                            LetterTelling.same(
                                                                    Objects.requireNonNullElse(
                                                                            one.answer(), "—"))))
                                    .toList());
            case HEARING_NOTICE -> {
                hearing(draft.serial());
                if (story.comesWithClaim(draft.serial())) {
                    telling.put("together", LetterTelling.same("x"));
                }
            }
            case AWARD -> {
                copy(draft, self);
                advanced(draft, self);
                award(draft.serial(), party, served);
            }
            case SETTLEMENT, ADVANCE_RULING, ADVANCE_DENIAL -> copy(draft, self);
            case EXTENSION ->
                    telling.put(
                            "due",
                            LetterTelling.due(Objects.requireNonNull(story.extension).due()));
            case ENDING ->
                    telling.put(Objects.requireNonNull(story.brokenOff), LetterTelling.same("x"));
            case EVIDENCE -> exhibit(draft.serial());
            case RECUSAL_DECISION -> recusal(story.recusals.get(draft.serial() - 1));
        }
    }

    private void exhibit(int serial) {
        ArbitrationEvent.EvidenceFiled filed = Objects.requireNonNull(story.exhibits.get(serial));
        telling.put("by", name(filed.party()));
        telling.put("papers", LetterTelling.same(String.valueOf(filed.materials().size())));
        telling.put("proves", LetterTelling.same(Objects.requireNonNullElse(filed.proves(), "—")));
    }

    /** Who asked for it, and why, is told to nobody. */
    private void recusal(ArbitrationEvent.RecusalDecided decided) {
        telling.put("arbitrator", LetterTelling.same(decided.arbitrator()));
        telling.put(decided.upheld() ? "upheld" : "denied", LetterTelling.same("x"));
    }

    private void hearing(int number) {
        ArbitrationEvent.HearingSet set = Objects.requireNonNull(story.hearings.get(number));
        telling.put("hearingDay", LetterTelling.date(set.day()));
        telling.put("half", message("hearing." + set.half()));
        telling.put("room", LetterTelling.same(set.room()));
        telling.put("panel", LetterTelling.same(String.join("、", set.arbitrators())));
    }

    private void copy(Draft draft, String self) {
        for (ArbitrationEvent.CopyIssued copy : story.copies) {
            if (copy.party().equals(self)
                    && copy.document() == draft.document()
                    && copy.serial() == draft.serial()) {
                telling.put("text", LetterTelling.same(copy.text()));
                telling.lists.put("items", items(copy.items()));
            }
        }
    }

    /** What a ruling told to pay before the award, on the claims of this award. */
    private void advanced(Draft draft, String self) {
        Set<String> awarded =
                copies(self, ServedDocument.AWARD)
                        .filter(copy -> copy.serial() == draft.serial())
                        .flatMap(PartyTelling::ruledItems)
                        .map(AwardedItem::claim)
                        .collect(Collectors.toSet());
        copies(self, ServedDocument.ADVANCE_RULING)
                .flatMap(PartyTelling::ruledItems)
                .filter(item -> awarded.contains(item.claim()))
                .flatMap(item -> Stream.ofNullable(item.amount()))
                .reduce(BigDecimal::add)
                .ifPresent(sum -> telling.put("advanced", LetterTelling.yuan(sum)));
    }

    private Stream<ArbitrationEvent.CopyIssued> copies(String self, ServedDocument document) {
        return story.copies.stream()
                .filter(copy -> copy.party().equals(self) && copy.document() == document);
    }

    /** None of a party who was erased. */
    private static Stream<AwardedItem> ruledItems(ArbitrationEvent.CopyIssued copy) {
        return Stream.ofNullable(copy.items()).flatMap(List::stream);
    }

    private List<Map<String, Text>> items(List<AwardedItem> items) {
        List<Map<String, Text>> rows = new ArrayList<>();
        for (AwardedItem item : items) {
            ArbitrationEvent.ClaimFiled claim = story.claims.get(item.claim());
            rows.add(
                    Map.of(
                            "n",
                            LetterTelling.same(String.valueOf(rows.size() + 1)),
                            "kind",
                            claim == null ? LetterTelling.same(item.claim()) : kind(claim),
                            "amount",
                            ruled(item.amount())));
        }
        return rows;
    }

    private static Text ruled(@Nullable BigDecimal amount) {
        if (amount == null) {
            return Text.of("按上文所述", "as set out above");
        }
        return amount.signum() == 0 ? Text.of("不予支持", "dismissed") : LetterTelling.yuan(amount);
    }

    private void award(
            int serial,
            ArbitrationEvent.PartyJoined party,
            ArbitrationEvent.@Nullable DocumentServed served) {
        ArbitrationEvent.AwardMade made = Objects.requireNonNull(story.awards.get(serial));
        boolean isFinal = made.finality() == Finality.FINAL;
        telling.put(isFinal ? "final" : "notFinal", LetterTelling.same("x"));
        if (made.partial()) {
            telling.put("partial", LetterTelling.same("x"));
        }
        if (made.lines().stream().anyMatch(AwardLine::provisional)) {
            telling.put("provisional", LetterTelling.same("x"));
        }
        telling.remedies(
                served == null
                        ? OpenRemedies.ofAward(made.finality(), party.role())
                        : served.remedies());
    }

    private void claims(List<ArbitrationEvent.ClaimFiled> claims) {
        List<Map<String, Text>> rows = new ArrayList<>();
        for (ArbitrationEvent.ClaimFiled claim : claims) {
            BigDecimal amount = claim.amount();
            Text yuan = amount == null ? null : LetterTelling.yuan(amount);
            rows.add(
                    Map.of(
                            "n",
                            LetterTelling.same(String.valueOf(rows.size() + 1)),
                            "kind",
                            kind(claim),
                            "amount",
                            yuan == null
                                    ? LetterTelling.same("")
                                    : Text.of("，" + yuan.zh(), ", " + yuan.en()),
                            "grounds",
                            LetterTelling.same(Objects.requireNonNullElse(claim.grounds(), "—"))));
        }
        telling.lists.put("claims", rows);
    }

    /** What it is about, and whose it is where several claim the same. */
    private Text kind(ArbitrationEvent.ClaimFiled claim) {
        Text kind = message("dispute.kind." + claim.kind());
        if (!claim.claim().contains("-")) {
            return kind;
        }
        Text who = name(claim.party());
        return Text.of(kind.zh() + "（" + who.zh() + "）", kind.en() + " (" + who.en() + ")");
    }

    private Text names(Side side) {
        List<String> keys =
                story.parties.values().stream()
                        .filter(party -> party.side() == side)
                        .map(ArbitrationEvent.PartyJoined::party)
                        .toList();
        List<Text> named = keys.stream().limit(MOST_NAMES).map(this::name).toList();
        String zh = String.join("、", named.stream().map(Text::zh).toList());
        String en = String.join(", ", named.stream().map(Text::en).toList());
        return keys.size() <= MOST_NAMES
                ? Text.of(zh, en)
                : Text.of(
                        zh + "等 " + keys.size() + " 人",
                        en + " and others, " + keys.size() + " in all");
    }

    private Text name(String party) {
        ArbitrationEvent.PartyJoined joined = story.parties.get(party);
        return joined == null || joined.details() == null
                ? message("dispute.erased")
                : LetterTelling.same(joined.details().name());
    }

    private Text message(String key) {
        return Text.of(
                messages.getMessage(key, null, Locale.SIMPLIFIED_CHINESE),
                messages.getMessage(key, null, Locale.ENGLISH));
    }
}
