package org.banshi.eventstore;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.banshi.command.contract.claim.Claim;

/** Sums up what the events of one command do to claims, in order. */
final class ClaimChanges {

    private final Map<Claim, List<AppendRequest.ClaimPart>> parts = new LinkedHashMap<>();

    /**
     * @param name of the stream, for the conflict's report
     * @throws ClaimConflictException when another stream took it in this very command
     */
    void acquire(Claim claim, int stream, List<AppendRequest.StreamPart> streams) {
        if (claim.key().equals(Claim.EVERY)) {
            throw new IllegalArgumentException("every claim of a kind can only be released");
        }
        List<AppendRequest.ClaimPart> before =
                parts.computeIfAbsent(claim, it -> new ArrayList<>());
        int previous = otherThatReleasedEvery(claim.kind(), stream);
        for (AppendRequest.ClaimPart part : before) {
            if (part.change() == AppendRequest.ACQUIRE && part.stream() != stream) {
                throw new ClaimConflictException(claim.kind(), streams.get(part.stream()).name());
            }
            if (part.stream() != stream) {
                previous = part.stream();
            } else {
                previous = Math.max(previous, part.previous());
            }
        }
        before.clear();
        before.add(part(claim, stream, previous, AppendRequest.ACQUIRE));
    }

    void release(Claim claim, int stream) {
        if (claim.key().equals(Claim.EVERY)) {
            parts.keySet().stream()
                    .filter(it -> it.kind().equals(claim.kind()) && !it.equals(claim))
                    .filter(it -> parts.get(it).stream().anyMatch(p -> p.stream() == stream))
                    .forEach(it -> release(it, stream));
        }
        List<AppendRequest.ClaimPart> before =
                parts.computeIfAbsent(claim, it -> new ArrayList<>());
        for (int i = 0; i < before.size(); i++) {
            AppendRequest.ClaimPart part = before.get(i);
            if (part.stream() == stream) {
                short change =
                        part.change() == AppendRequest.RELEASE
                                ? AppendRequest.RELEASE
                                : AppendRequest.ACQUIRE_AND_RELEASE;
                before.set(i, part(claim, stream, part.previous(), change));
                return;
            }
        }
        before.add(part(claim, stream, -1, AppendRequest.RELEASE));
    }

    /** The last other stream of this command that gave up all it held of the kind; -1 for none. */
    private int otherThatReleasedEvery(String kind, int stream) {
        int other = -1;
        for (AppendRequest.ClaimPart part : parts.getOrDefault(Claim.every(kind), List.of())) {
            other = part.stream() == stream ? other : part.stream();
        }
        return other;
    }

    List<AppendRequest.ClaimPart> sum() {
        return parts.values().stream().flatMap(List::stream).toList();
    }

    private static AppendRequest.ClaimPart part(
            Claim claim, int stream, int previous, short change) {
        return new AppendRequest.ClaimPart(claim.kind(), claim.key(), stream, previous, change);
    }
}
