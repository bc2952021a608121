package org.banshi.process.work;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Stamp;

/** What the root unit of work on this thread knows; it ends with its transaction. */
public final class Work {

    /** As whom the process itself acts. */
    public static final Actor PROCESS = Actor.system("process");

    static final String KEY = Work.class.getName();

    private final Stamp stamp;
    private final Set<ApplicationId> locked = new HashSet<>();
    private final Map<Class<?>, Object> notes = new HashMap<>();

    Work(Stamp stamp) {
        this.stamp = stamp;
    }

    /** The work that runs on this thread, if any. */
    public static Optional<Work> current() {
        return CurrentUnitOfWork.isStarted()
                ? Optional.ofNullable(CurrentUnitOfWork.get().root().getResource(KEY))
                : Optional.empty();
    }

    /**
     * The work that runs on this thread.
     *
     * @throws IllegalStateException outside a root unit of work: what is done there could be
     *     committed without its events
     */
    public static Work get() {
        return current()
                .orElseThrow(
                        () -> new IllegalStateException("the engine works outside a unit of work"));
    }

    /** When the work began, and who asked for it. */
    public Stamp stamp() {
        return stamp;
    }

    /** The stamp of what the process does of its own accord as part of this work. */
    public Stamp processStamp() {
        return new Stamp(stamp.at(), PROCESS);
    }

    /** True the first time for each application. */
    boolean locks(ApplicationId application) {
        return locked.add(application);
    }

    /** A note of one type, made at first use. */
    public <T> T note(Class<T> type, Supplier<T> initial) {
        return type.cast(notes.computeIfAbsent(type, t -> initial.get()));
    }

    /** The note of that type, if one was made. */
    public <T> Optional<T> findNote(Class<T> type) {
        return Optional.ofNullable(notes.get(type)).map(type::cast);
    }
}
