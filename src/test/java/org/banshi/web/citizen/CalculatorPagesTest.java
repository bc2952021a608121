package org.banshi.web.citizen;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.banshi.web.WebSliceTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** The overtime calculator, as page and for programs (example G1). */
@WebSliceTest
class CalculatorPagesTest {

    @Autowired private MockMvc mvc;

    @Test
    void g1_is_calculated_for_whoever_asks() throws Exception {
        mvc.perform(
                        get("/calculators/overtime")
                                .param("wage", "6525")
                                .param("workday", "10")
                                .param("restDay", "8")
                                .param("holiday", "8"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("2,062.50")));
    }

    @Test
    void asks_for_numbers_where_there_are_none() throws Exception {
        mvc.perform(get("/calculators/overtime").param("wage", "much"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("请填写数字")));
        mvc.perform(get("/calculators/overtime"))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("请填写数字"))));
    }

    @Test
    void knows_the_kind_of_each_day_for_programs() throws Exception {
        mvc.perform(
                        get("/api/v1/calculators/overtime")
                                .param("monthlyWage", "6525")
                                .param(
                                        "worked",
                                        "2026-09-20:2",
                                        "2026-10-01:8",
                                        "2026-10-04:8:lieu"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.lines.length()").value(2))
                .andExpect(jsonPath("$.total").value(1012.50));
    }

    @Test
    void tells_which_day_is_none() throws Exception {
        for (String wrong : new String[] {"2026-02-30:2", "yesterday:2", "2026-10-01:25"}) {
            mvc.perform(
                            get("/api/v1/calculators/overtime")
                                    .param("monthlyWage", "6525")
                                    .param("worked", wrong))
                    .andExpect(status().isBadRequest());
        }
    }
}
