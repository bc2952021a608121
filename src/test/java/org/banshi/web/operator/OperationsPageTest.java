package org.banshi.web.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.List;
import org.banshi.app.operation.Operations;
import org.banshi.app.operation.ReaderStanding;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.web.Pages;
import org.banshi.web.Samples;
import org.banshi.web.WebSliceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** What an operator sees of the readers of the log. */
@WebSliceTest
class OperationsPageTest {

    private final Pages pages;
    private final Operations operations;

    @Autowired
    OperationsPageTest(MockMvc mvc, Operations operations) {
        this.pages = new Pages(mvc);
        this.operations = operations;
    }

    @BeforeEach
    void enter() {
        Samples.staff(Role.OPERATOR);
    }

    @Test
    void shows_at_once_that_a_reader_has_halted_and_why() throws Exception {
        String why = "application.delivered: revision 3 is newer than this program";
        when(operations.readers())
                .thenReturn(
                        List.of(
                                new ReaderStanding("engine", 42, 0, false, null),
                                new ReaderStanding("progress", 17, 0, true, why)));

        assertThat(pages.page(get("/ops")))
                .contains("没有跳过任何事件")
                .contains("已停止：" + why)
                .contains("<td>17</td>")
                .contains("正常");
    }

    @Test
    void says_nothing_of_a_halt_where_all_run() throws Exception {
        when(operations.readers())
                .thenReturn(List.of(new ReaderStanding("engine", 42, 0, false, null)));

        assertThat(pages.page(get("/ops"))).contains("正常").doesNotContain("已停止");
    }
}
