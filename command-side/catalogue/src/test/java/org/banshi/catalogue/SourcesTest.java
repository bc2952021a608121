package org.banshi.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.banshi.catalogue.reference.YamlReferenceData;
import org.banshi.command.contract.text.Text;
import org.junit.jupiter.api.Test;

/** What people read instead of the codes of sources. */
class SourcesTest {

    private static final Path BPMN = Path.of("../../bpmn");
    private static final ReferenceData REAL = YamlReferenceData.read(BPMN);

    private final Sources sources =
            new Sources(
                    Map.of("S1", Text.of("办法", "Measures"), "S2", Text.of("规则", "Rules")),
                    Map.of("指标", "indicator", "指标表", "table of indicators"));

    @Test
    void puts_titles_for_codes_and_says_how_sure_they_are() {
        assertThat(sources.readable("[S1 H] 指标 1"))
                .isEqualTo(Text.of("《办法》 指标 1", "Measures indicator 1"));
        assertThat(sources.readable("[S1 M]"))
                .isEqualTo(Text.of("《办法》（转引，原文未见）", "Measures (at second hand)"));
        assertThat(sources.readable("指标表 [S1 S2]：十日"))
                .isEqualTo(
                        Text.of("指标表（《办法》、《规则》）：十日", "table of indicators (Measures, Rules): 十日"));
    }

    @Test
    void leaves_as_it_is_what_names_no_code() {
        assertThat(sources.readable("劳动法 第四十四条").zh()).isEqualTo("劳动法 第四十四条");
        assertThat(Sources.NONE.readable("[S9]").zh()).doesNotContain("S9");
    }

    @Test
    void has_a_title_for_every_code_in_the_data() throws IOException {
        try (Stream<Path> files = Files.walk(BPMN)) {
            List<Path> data =
                    files.filter(it -> it.toString().matches(".*\\.(dmn|yaml)"))
                            .filter(it -> !it.endsWith("sources.yaml"))
                            .toList();
            for (Path file : data) {
                assertThat(Sources.codes(Files.readString(file)))
                        .as(file.toString())
                        .allMatch(it -> REAL.sources().knows(it));
            }
        }
    }

    @Test
    void reads_in_english_from_where_every_point_comes() {
        assertThat(REAL.pointsTables().all())
                .flatExtracting(it -> it.indicators())
                .extracting(it -> REAL.sources().readable(it.source()))
                .isNotEmpty()
                .allSatisfy(
                        it -> {
                            assertThat(it.en()).doesNotContainPattern("\\p{IsHan}|\\[S");
                            assertThat(it.zh()).doesNotContain("[S").contains("《");
                        });
    }
}
