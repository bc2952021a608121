package org.banshi.catalogue;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import org.banshi.catalogue.pack.PackageFiles;
import org.banshi.catalogue.pack.PackageLoader;
import org.banshi.command.contract.application.ServiceVersion;
import org.jspecify.annotations.Nullable;

/**
 * The published items in memory. Versions are added while it is in use; a definition is read from
 * its bytes when it is first asked for.
 */
public final class PublishedCatalogue implements Catalogue {

    private final ReferenceData reference;
    private final PackageLoader loader;
    private final ConcurrentMap<String, ConcurrentSkipListMap<Integer, Published>> items =
            new ConcurrentHashMap<>();

    /** Where new cases do not begin on the newest version. */
    private final ConcurrentMap<String, Integer> offered = new ConcurrentHashMap<>();

    private final Runnable news;

    /** Knows nothing but what is added. */
    public PublishedCatalogue(ReferenceData reference) {
        this(reference, () -> {});
    }

    /**
     * @param news looks for versions that were published elsewhere and adds them; called when one
     *     is asked for that is not known here yet, which is seldom
     */
    public PublishedCatalogue(ReferenceData reference, Runnable news) {
        this.reference = reference;
        this.loader = new PackageLoader(reference);
        this.news = news;
    }

    /**
     * Adds a version whose files are fetched when first needed. A version once added never changes:
     * adding it again does nothing.
     */
    public void add(ServiceVersion version, Supplier<PackageFiles> files) {
        items.computeIfAbsent(version.service(), service -> new ConcurrentSkipListMap<>())
                .putIfAbsent(
                        version.version(), new Published(() -> loader.load(version, files.get())));
    }

    /** New cases begin on this version from now on, until another is offered. */
    public void offer(ServiceVersion version) {
        offered.put(version.service(), version.version());
    }

    /** Adds a version. */
    public void add(ServiceVersion version, PackageFiles files) {
        add(version, () -> files);
    }

    @Override
    public Optional<ServiceDefinition> find(ServiceVersion version) {
        Published known = known(version);
        if (known == null) {
            news.run();
            known = known(version);
        }
        return Optional.ofNullable(known).map(Published::definition);
    }

    private @Nullable Published known(ServiceVersion version) {
        ConcurrentSkipListMap<Integer, Published> versions = items.get(version.service());
        return versions == null ? null : versions.get(version.version());
    }

    @Override
    public Optional<ServiceDefinition> current(String service) {
        return Optional.ofNullable(items.get(service))
                .map(
                        versions -> {
                            Integer chosen = offered.get(service);
                            Published one = chosen == null ? null : versions.get(chosen);
                            return one == null ? versions.lastEntry().getValue() : one;
                        })
                .map(Published::definition);
    }

    @Override
    public List<ServiceVersion> versions(String service) {
        ConcurrentSkipListMap<Integer, Published> versions = items.get(service);
        return versions == null
                ? List.of()
                : versions.keySet().stream().map(it -> new ServiceVersion(service, it)).toList();
    }

    @Override
    public List<ServiceDefinition> current() {
        return items.keySet().stream()
                .sorted(Comparator.naturalOrder())
                .flatMap(service -> current(service).stream())
                .toList();
    }

    @Override
    public ReferenceData reference() {
        return reference;
    }

    private static final class Published {

        private final Supplier<ServiceDefinition> reading;
        private @Nullable ServiceDefinition definition;

        Published(Supplier<ServiceDefinition> reading) {
            this.reading = reading;
        }

        synchronized ServiceDefinition definition() {
            ServiceDefinition ready = definition;
            if (ready == null) {
                ready = reading.get();
                definition = ready;
            }
            return ready;
        }
    }
}
