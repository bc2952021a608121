package org.banshi.eventstore.crypto;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.banshi.command.contract.person.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Keys in an append-only journal file, each wrapped by a master key. Several processes may share
 * the folder.
 *
 * <p>Lines: {@code k <person> <wrapped key>}, {@code x <person>} when destroyed (the wrapped key of
 * the first line is overwritten then), {@code h <wrapped key>} for the hash key.
 */
public final class FileKeyVault implements KeyVault, Closeable {

    /** Name of the journal. */
    static final String JOURNAL = "keys.log";

    private static final String HASH = "h";
    private static final long REFRESH_NANOS = Duration.ofSeconds(1).toNanos();

    private final SecretKey master;
    private final KeyJournal journal;
    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<String> wanted = new ConcurrentLinkedQueue<>();
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final List<Entry> halfErased = new ArrayList<>();
    private volatile long refreshed;

    /**
     * @param key null once destroyed
     * @param offset of the wrapped key in the journal
     */
    private record Entry(@Nullable SecretKey key, long offset, int length) {}

    private FileKeyVault(SecretKey master, KeyJournal journal) {
        this.master = master;
        this.journal = journal;
    }

    /**
     * Opens or creates the vault in {@code folder}.
     *
     * @param masterKey base64 of 32 bytes; null to keep it in a file {@code master.key} there
     * @throws IllegalStateException when the master key does not fit the journal
     */
    public static FileKeyVault open(Path folder, @Nullable String masterKey) {
        try {
            Files.createDirectories(folder);
            MasterKeyRotation.finish(folder, masterKey);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        SecretKey master = MasterKey.of(folder, masterKey);
        FileKeyVault vault = new FileKeyVault(master, new KeyJournal(folder.resolve(JOURNAL)));
        vault.exclusively(() -> {});
        vault.entryOf(HASH);
        return vault;
    }

    /** Whether there are keys in {@code folder}. */
    public static boolean isIn(Path folder) {
        return Files.exists(folder.resolve(JOURNAL));
    }

    /** Whether the person has a key, or had one that was destroyed. */
    public boolean knows(PersonId person) {
        refreshNowAndThen();
        return entries.containsKey("k " + person.value());
    }

    @Override
    public SecretKey keyOf(PersonId person) {
        SecretKey key = entryOf("k " + person.value()).key();
        if (key == null) {
            throw new ErasedPersonException();
        }
        return key;
    }

    @Override
    public Optional<SecretKey> find(PersonId person) {
        String name = "k " + person.value();
        refreshNowAndThen();
        Entry entry = entries.get(name);
        if (entry == null) {
            refresh();
            entry = entries.get(name);
        }
        return entry == null ? Optional.empty() : Optional.ofNullable(entry.key());
    }

    @Override
    public SecretKey hashKey() {
        return Objects.requireNonNull(entryOf(HASH).key());
    }

    @Override
    public void destroy(PersonId person) {
        String name = "k " + person.value();
        exclusively(
                () -> {
                    Entry entry = entries.get(name);
                    journal.append(List.of("x " + person.value()));
                    if (entry != null && entry.key() != null) {
                        journal.overwrite(entry.offset(), entry.length());
                    }
                    load();
                });
    }

    @Override
    public void close() {
        journal.close();
    }

    private Entry entryOf(String name) {
        refreshNowAndThen();
        Entry entry = entries.get(name);
        while (entry == null) {
            wanted.add(name);
            lock.lock();
            try {
                if (!entries.containsKey(name)) {
                    exclusively(this::makeWanted);
                }
            } finally {
                lock.unlock();
            }
            entry = entries.get(name);
        }
        return entry;
    }

    /** One durable write for all who wait. */
    private void makeWanted() throws IOException {
        Set<String> names = new LinkedHashSet<>();
        for (String name = wanted.poll(); name != null; name = wanted.poll()) {
            if (!entries.containsKey(name)) {
                names.add(name);
            }
        }
        if (names.isEmpty()) {
            return;
        }
        List<String> lines = new ArrayList<>();
        for (String name : names) {
            byte[] wrapped = Aes.encrypt(master, Aes.random(32), associated(name));
            lines.add(name + ' ' + Base64.getEncoder().encodeToString(wrapped));
        }
        journal.append(lines);
        load();
    }

    private void refreshNowAndThen() {
        if (System.nanoTime() - refreshed > REFRESH_NANOS) {
            refresh();
        }
    }

    private void refresh() {
        lock.lock();
        try {
            journal.checkInPlace();
            if (journal.hasMore()) {
                load();
            }
            refreshed = System.nanoTime();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.unlock();
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private void exclusively(Work work) {
        lock.lock();
        try (FileChannel turn = journal.turnstile();
                FileLock file = turn.lock()) {
            if (file.isValid()) {
                journal.checkInPlace();
                load();
                for (Entry entry : halfErased) {
                    journal.overwrite(entry.offset(), entry.length());
                }
                halfErased.clear();
                work.run();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.unlock();
        }
    }

    private void load() throws IOException {
        List<KeyJournal.Line> lines = journal.more();
        Set<String> destroyed = new HashSet<>();
        for (KeyJournal.Line line : lines) {
            if (line.text().startsWith("x ")) {
                destroyed.add("k " + line.text().substring(2));
            }
        }
        for (KeyJournal.Line line : lines) {
            if (!line.text().startsWith("x ")) {
                read(line, destroyed);
            }
        }
        destroyed.forEach(name -> entries.put(name, new Entry(null, 0, 0)));
    }

    private void read(KeyJournal.Line line, Set<String> destroyed) {
        int cut = line.text().lastIndexOf(' ');
        String name = line.text().substring(0, cut);
        String wrapped = line.text().substring(cut + 1);
        long offset = line.offset() + cut + 1;
        if (destroyed.contains(name)) {
            if (!wrapped.matches("0*")) {
                halfErased.add(new Entry(null, offset, wrapped.length()));
            }
        } else if (!entries.containsKey(name)) {
            entries.put(name, new Entry(unwrap(name, wrapped), offset, wrapped.length()));
        }
    }

    private SecretKey unwrap(String name, String wrapped) {
        try {
            byte[] key = Aes.decrypt(master, Base64.getDecoder().decode(wrapped), associated(name));
            return new SecretKeySpec(key, "AES");
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("the master key does not fit the key journal");
        }
    }

    private static byte[] associated(String name) {
        return name.getBytes(StandardCharsets.UTF_8);
    }
}
