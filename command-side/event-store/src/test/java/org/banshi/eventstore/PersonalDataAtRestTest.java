package org.banshi.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.banshi.eventstore.Node.newDiary;

import com.zaxxer.hikari.HikariDataSource;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.message.Event;
import org.banshi.eventstore.codec.Interest;
import org.banshi.eventstore.codec.UnreadableEventException;
import org.banshi.eventstore.crypto.FileKeyVault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PersonalDataAtRestTest {

    private static final Set<Class<? extends Event>> WRITTEN = Set.of(DiaryEvent.Written.class);

    private static final String SECRET = "梁秀兰 lives in 桂花巷";

    private final HikariDataSource dataSource = TestDatabase.fresh();
    private final FileKeyVault vault = Node.vault();
    private final Node node = new Node(dataSource, vault, EventStoreAssembly.Settings.DEFAULT);
    private final String diary = newDiary();
    private final DiaryEvent.Written written =
            new DiaryEvent.Written(diary, Node.PERSON, 1, SECRET);
    private final DiaryEvent.Counted counted =
            new DiaryEvent.Counted(
                    diary,
                    Node.PERSON,
                    new BigDecimal("131420991.00"),
                    new FormData(
                            Map.of("secret", SECRET, "amount", new BigDecimal("70707070.10"))));

    @AfterEach
    void close() {
        node.close();
        dataSource.close();
    }

    @Test
    void no_table_holds_personal_data_in_plain() {
        node.append(diary, 0, written, counted);

        List<String> tables =
                node.jdbc.queryForList(
                        "select tablename from pg_tables where schemaname = 'public'",
                        String.class);
        StringBuilder everything = new StringBuilder();
        for (String table : tables) {
            node.jdbc
                    .queryForList("select t::text from " + table + " t", String.class)
                    .forEach(everything::append);
        }

        assertThat(everything).contains("diary.written").contains("p1:" + Node.PERSON);
        assertThat(everything).doesNotContain(SECRET, "桂花巷", "131420991", "70707070", "secret");
    }

    @Test
    void decimals_keep_their_scale() {
        node.append(diary, 0, counted);

        assertThat(node.log().find(1)).map(Recorded::event).contains(counted);
    }

    @Test
    void once_the_key_is_destroyed_only_the_personal_part_is_gone() {
        node.append(diary, 0, written, counted);

        vault.destroy(Node.PERSON);

        assertThat(node.log().readStream(diary))
                .extracting(Recorded::event)
                .containsExactly(
                        new DiaryEvent.Written(diary, Node.PERSON, 1, null),
                        new DiaryEvent.Counted(diary, Node.PERSON, null, null));
    }

    @Test
    void what_is_of_no_interest_is_not_even_decrypted() {
        node.append(diary, 0, written, counted);
        node.jdbc.update("update event_log set payload = replace(payload, 'p1:', 'x:')");

        assertThat(node.log().readStream(diary, Interest.inImpersonal(WRITTEN)))
                .extracting(Recorded::event)
                .containsExactly(new DiaryEvent.Written(diary, Node.PERSON, 1, null));
        assertThatThrownBy(() -> node.log().readStream(diary, Interest.personalIn(WRITTEN)))
                .isInstanceOf(UnreadableEventException.class);
    }
}
