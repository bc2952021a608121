package org.banshi.app.audit;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.banshi.command.contract.text.Text;
import org.banshi.eventstore.LogExport;
import org.banshi.eventstore.tree.Checkpoint;

/**
 * Writes a case's events out, one CloudEvent a line as the export of the log has it, then the proof
 * of each and the checkpoint that they lead to. Personal parts stay encrypted.
 */
public final class CaseExport {

    private static final int PAGE = 500;

    private static final Text LIMIT =
            Text.of(
                    "每行证明该事件在日志中；最后的事件是否被移到别处，须用 verify --case 核验到日志末尾，或核验整个日志，才能发现。",
                    "Each line proves that its event is in the log; that the last ones were not"
                            + " moved elsewhere only verify --case, which goes to the log's end, or a"
                            + " verification of the whole log tells.");

    private final LogExport export;
    private final Audits audits;
    private final JsonMapper json =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .build();

    public CaseExport(LogExport export, Audits audits) {
        this.export = export;
        this.audits = audits;
    }

    /**
     * The file.
     *
     * @param positions of the case's events, ascending
     * @throws IOException when it cannot be written
     */
    public void write(List<Long> positions, OutputStream out) throws IOException {
        for (int from = 0; from < positions.size(); from += PAGE) {
            export.write(positions.subList(from, Math.min(from + PAGE, positions.size())), out);
        }
        Checkpoint newest = audits.newest();
        for (long position : positions) {
            if (position <= newest.size()) {
                Audits.Inclusion proof = audits.inclusion(position, newest).orElseThrow();
                line(
                        out,
                        Map.of(
                                "proof",
                                Map.of(
                                        "position", String.valueOf(position),
                                        "leaf", proof.leaf(),
                                        "path", proof.path())));
            }
        }
        line(out, Map.of("checkpoint", newest, "publicKey", audits.publicKey(), "limit", LIMIT));
    }

    private void line(OutputStream out, Map<String, ?> content) throws IOException {
        out.write((json.writeValueAsString(content) + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
