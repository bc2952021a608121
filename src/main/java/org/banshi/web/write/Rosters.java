package org.banshi.web.write;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.web.form.Roster;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.springframework.stereotype.Component;

/** Lists handed in as tables: nothing is taken unless every row is right. */
@Component
public class Rosters {

    private final Filing filing;
    private final BusinessClock clock;

    public Rosters(Filing filing, BusinessClock clock) {
        this.filing = filing;
        this.clock = clock;
    }

    /** The rows, or what is wrong with them, first line first. */
    public record Outcome(List<Map<String, Object>> rows, List<Roster.Wrong> wrong) {}

    /**
     * The list of an item's form.
     *
     * @throws ProblemException where there is none that may be handed in as a table
     */
    public Roster find(String service, String field) {
        return Roster.of(filing.service(service).form().schema(), field)
                .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND));
    }

    /** Reads a table for an item's form. */
    public Outcome read(String service, String field, byte[] file) {
        Roster roster = find(service, field);
        Roster.Table table = roster.read(file);
        List<Roster.Wrong> wrong = new ArrayList<>(table.wrong());
        if (!table.rows().isEmpty()) {
            ServiceDefinition definition = filing.service(service);
            FormData alone = new FormData(Map.of(field, table.rows()));
            roster.placed(definition.form().validate(alone, clock.today()), table).stream()
                    // A cell that could not be read is missing, too; it is told of once.
                    .filter(one -> wrong.stream().noneMatch(it -> samePlace(it, one)))
                    .toList()
                    .forEach(wrong::add);
        }
        wrong.sort(Comparator.comparingInt(Roster.Wrong::line));
        return new Outcome(wrong.isEmpty() ? table.rows() : List.of(), wrong);
    }

    private static boolean samePlace(Roster.Wrong one, Roster.Wrong other) {
        return one.line() == other.line()
                && one.column() != null
                && one.column().equals(other.column());
    }
}
