package org.banshi.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.postgresql.PGConnection;

/** The requests of a group as columns, in the order of {@code append_group}'s parameters. */
final class GroupParameters {

    private final int commands;

    private final int[] streamCommand;
    private final String[] streamType;
    private final String[] streamName;
    private final int[] streamExpected;

    private final int[] eventStream;
    private final int[] eventNth;
    private final short[] eventType;
    private final short[] eventRevision;
    private final UUID[] eventId;
    private final String[] eventPayload;
    private final String[] eventMetadata;

    private final int[] claimCommand;
    private final String[] claimKind;
    private final String[] claimKey;
    private final int[] claimStream;
    private final int[] claimPrevious;
    private final short[] claimChange;

    private final int[] receiptCommand;
    private final String[] receiptKey;
    private final String[] receiptHash;
    private final String[] receiptStream;

    GroupParameters(List<AppendRequest> requests) {
        int streams = requests.stream().mapToInt(request -> request.streams().size()).sum();
        int events = requests.stream().mapToInt(request -> request.events().size()).sum();
        int claims = requests.stream().mapToInt(request -> request.claims().size()).sum();
        int receipts = (int) requests.stream().filter(it -> it.receipt() != null).count();

        commands = requests.size();
        streamCommand = new int[streams];
        streamType = new String[streams];
        streamName = new String[streams];
        streamExpected = new int[streams];
        eventStream = new int[events];
        eventNth = new int[events];
        eventType = new short[events];
        eventRevision = new short[events];
        eventId = new UUID[events];
        eventPayload = new String[events];
        eventMetadata = new String[events];
        claimCommand = new int[claims];
        claimKind = new String[claims];
        claimKey = new String[claims];
        claimStream = new int[claims];
        claimPrevious = new int[claims];
        claimChange = new short[claims];
        receiptCommand = new int[receipts];
        receiptKey = new String[receipts];
        receiptHash = new String[receipts];
        receiptStream = new String[receipts];

        int stream = 0;
        int event = 0;
        int claim = 0;
        int receipt = 0;
        for (int i = 0; i < requests.size(); i++) {
            AppendRequest request = requests.get(i);
            int command = i + 1;
            int firstStream = stream + 1;
            for (AppendRequest.StreamPart part : request.streams()) {
                streamCommand[stream] = command;
                streamType[stream] = part.type();
                streamName[stream] = part.name();
                streamExpected[stream++] = part.expected();
            }
            for (AppendRequest.EventPart part : request.events()) {
                eventStream[event] = firstStream + part.stream();
                eventNth[event] = part.nth();
                eventType[event] = part.type();
                eventRevision[event] = part.revision();
                eventId[event] = part.id();
                eventPayload[event] = part.payload();
                eventMetadata[event++] = part.metadata();
            }
            for (AppendRequest.ClaimPart part : request.claims()) {
                claimCommand[claim] = command;
                claimKind[claim] = part.kind();
                claimKey[claim] = part.key();
                claimStream[claim] = firstStream + part.stream();
                claimPrevious[claim] = part.previous() < 0 ? 0 : firstStream + part.previous();
                claimChange[claim++] = part.change();
            }
            RequestKey key = request.receipt();
            if (key != null) {
                receiptCommand[receipt] = command;
                receiptKey[receipt] = key.key();
                receiptHash[receipt] = key.hash();
                receiptStream[receipt++] = request.firstStream().name();
            }
        }
    }

    void bind(Connection connection, PreparedStatement call) throws SQLException {
        Object[][] columns = {
            {"int4", streamCommand},
            {"text", streamType},
            {"text", streamName},
            {"int4", streamExpected},
            {"int4", eventStream},
            {"int4", eventNth},
            {"int2", eventType},
            {"int2", eventRevision},
            {"uuid", eventId},
            {"text", eventPayload},
            {"text", eventMetadata},
            {"int4", claimCommand},
            {"text", claimKind},
            {"text", claimKey},
            {"int4", claimStream},
            {"int4", claimPrevious},
            {"int2", claimChange},
            {"int4", receiptCommand},
            {"text", receiptKey},
            {"text", receiptHash},
            {"text", receiptStream},
        };
        call.setInt(1, commands);
        PGConnection postgres = connection.unwrap(PGConnection.class);
        for (int i = 0; i < columns.length; i++) {
            call.setArray(i + 2, postgres.createArrayOf((String) columns[i][0], columns[i][1]));
        }
    }
}
