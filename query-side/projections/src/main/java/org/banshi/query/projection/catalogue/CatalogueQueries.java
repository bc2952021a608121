package org.banshi.query.projection.catalogue;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.query.contract.catalogue.FindServices;
import org.banshi.query.contract.catalogue.ServiceRow;
import org.banshi.query.contract.page.BadQueryException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Answers which services there are. A few hundred at most, whose words the catalogue holds in
 * memory: they are searched there.
 */
public final class CatalogueQueries {

    /** A single character is in too many sentences. */
    private static final int SHORTEST = 2;

    private final JdbcClient jdbc;
    private final Catalogue catalogue;

    public CatalogueQueries(JdbcClient jdbc, Catalogue catalogue) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
    }

    @QueryHandler
    public List<ServiceRow> handle(FindServices query) {
        RegionCode region = region(query.region());
        List<String> words = words(query.text());
        return published().stream()
                .filter(service -> matches(service, words))
                .map(service -> row(service, region))
                .sorted(
                        Comparator.comparing(ServiceRow::offered)
                                .thenComparing(found -> isCalled(found, words))
                                .reversed()
                                .thenComparing(ServiceRow::service))
                .toList();
    }

    private List<ServiceDefinition> published() {
        return jdbc
                .sql("SELECT service, version FROM catalogue_service")
                .query((row, n) -> new ServiceVersion(row.getString(1), row.getInt(2)))
                .list()
                .stream()
                .map(catalogue::find)
                .flatMap(Optional::stream)
                .filter(service -> !service.exOfficio())
                .toList();
    }

    /**
     * Each word must be there. Chinese is written without spaces, so that a whole sentence comes as
     * one word: then one of the item's own words must be in it.
     */
    private static boolean matches(ServiceDefinition service, List<String> words) {
        String all =
                Stream.concat(
                                Stream.of(
                                        service.name().zh(),
                                        service.name().en(),
                                        service.summary().zh(),
                                        service.summary().en(),
                                        service.version().service()),
                                service.keywords().stream())
                        .reduce("", (text, next) -> text + "\n" + next)
                        .toLowerCase(Locale.ROOT);
        return words.stream()
                .allMatch(
                        word ->
                                all.contains(word)
                                        || service.keywords().stream()
                                                .anyMatch(key -> isSaidIn(word, key)));
    }

    private static boolean isSaidIn(String word, String key) {
        boolean chinese = key.codePoints().allMatch(Character::isIdeographic);
        return chinese && key.length() >= SHORTEST && word.contains(key);
    }

    /** What is called so, before what only has to do with it. */
    private static boolean isCalled(ServiceRow row, List<String> words) {
        return words.stream()
                .allMatch(
                        word ->
                                row.name().zh().contains(word)
                                        || row.name().en().toLowerCase(Locale.ROOT).contains(word));
    }

    private static List<String> words(@Nullable String text) {
        return text == null
                ? List.of()
                : Stream.of(text.toLowerCase(Locale.ROOT).split("[\\s\\u3000]+"))
                        .filter(word -> !word.isEmpty())
                        .toList();
    }

    private static @Nullable RegionCode region(@Nullable String region) {
        try {
            return region == null ? null : new RegionCode(region);
        } catch (IllegalArgumentException e) {
            throw new BadQueryException("region");
        }
    }

    private static ServiceRow row(ServiceDefinition service, @Nullable RegionCode region) {
        return new ServiceRow(
                service.version().service(),
                service.version().version(),
                service.name(),
                service.summary(),
                service.category(),
                region == null || service.offeredIn(region),
                service.elsewhere());
    }
}
