package org.banshi.web.supervisor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.banshi.app.signin.SignedIn;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.query.contract.caseload.Board;
import org.banshi.query.contract.caseload.FindBoard;
import org.banshi.web.page.Offices;
import org.banshi.web.page.Table;
import org.banshi.web.page.TableFiles;
import org.banshi.web.page.Words;
import org.banshi.web.write.Access;
import org.banshi.web.write.Reads;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The board's two tables as files, in the page's language. */
@Controller
class BoardFiles {

    private final Reads reads;
    private final Offices offices;
    private final MessageSource messages;

    BoardFiles(Reads reads, Offices offices, MessageSource messages) {
        this.reads = reads;
        this.offices = offices;
        this.messages = messages;
    }

    @GetMapping("/work/board.xlsx")
    ResponseEntity<byte[]> book(@AuthenticationPrincipal @Nullable SignedIn caller, Locale locale) {
        Board board = board(caller);
        return TableFiles.xlsx(
                List.of(ofOffices(board, locale), ofOfficers(board, locale)), "board");
    }

    @GetMapping("/work/board/offices.csv")
    ResponseEntity<byte[]> offices(
            @AuthenticationPrincipal @Nullable SignedIn caller, Locale locale) {
        return TableFiles.csv(ofOffices(board(caller), locale), "offices");
    }

    @GetMapping("/work/board/officers.csv")
    ResponseEntity<byte[]> officers(
            @AuthenticationPrincipal @Nullable SignedIn caller, Locale locale) {
        return TableFiles.csv(ofOfficers(board(caller), locale), "officers");
    }

    private Board board(@Nullable SignedIn caller) {
        SignedIn who = Access.require(caller, Role.SUPERVISOR);
        return reads.one(new FindBoard(who.scope()), Board.class).orElseThrow();
    }

    private Table ofOffices(Board board, Locale locale) {
        Words say = new Words(locale);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Board.OfficeLoad load : board.offices()) {
            String office = load.office() == null ? "" : say.of(offices.name(load.office()));
            rows.add(
                    List.of(
                            office,
                            load.overdue(),
                            load.soon(),
                            load.casesOverdue(),
                            load.casesSoon(),
                            load.unassigned(),
                            load.open()));
        }
        return new Table(
                word("board.offices", locale),
                words(
                        locale,
                        "board.office",
                        "board.overdue",
                        "board.soon",
                        "board.cases.overdue",
                        "board.cases.soon",
                        "board.unassigned",
                        "board.total"),
                rows);
    }

    private Table ofOfficers(Board board, Locale locale) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Board.OfficerLoad load : board.officers()) {
            rows.add(List.of(load.account(), load.overdue(), load.soon(), load.held()));
        }
        return new Table(
                word("board.officers", locale),
                words(locale, "work.who", "board.overdue", "board.soon", "board.held"),
                rows);
    }

    private List<String> words(Locale locale, String... keys) {
        return Stream.of(keys).map(key -> word(key, locale)).toList();
    }

    private String word(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
