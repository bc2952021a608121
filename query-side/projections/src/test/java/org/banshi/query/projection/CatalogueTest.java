package org.banshi.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.serviceitem.ServiceItemEvent.Published;
import org.banshi.query.contract.catalogue.FindServices;
import org.banshi.query.contract.catalogue.ServiceRow;
import org.banshi.query.contract.page.BadQueryException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {

    private final World world = new World();

    @BeforeEach
    void two_items_are_published() {
        world.catalogue.services.add(
                new FakeService(
                        new ServiceVersion("another-item", 1), true, new RegionCode("440300")));
        published("invented-grant", 1);
        published("another-item", 1);
        world.catchUp();
    }

    private void published(String service, int version) {
        world.story.add("service-item", service, new Published(service, version, "hash"));
    }

    private List<ServiceRow> services(String region, String text) {
        return world.ask(
                new FindServices(region, text),
                ResponseTypes.multipleInstancesOf(ServiceRow.class));
    }

    @Test
    void what_is_offered_in_the_region_comes_first_and_the_rest_says_where_to_go() {
        List<ServiceRow> rows = services("440106001", null);

        assertThat(rows)
                .extracting(ServiceRow::service)
                .containsExactly("invented-grant", "another-item");
        assertThat(rows).extracting(ServiceRow::offered).containsExactly(true, false);
        assertThat(rows.get(1).elsewhere()).isEqualTo(FakeService.text("elsewhere"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"困难", "help", "有需要 GRANT", "for　grant", "我家里有困难怎么办"})
    void is_found_by_the_words_that_citizens_use(String text) {
        assertThat(services(null, text)).extracting(ServiceRow::service).contains("invented-grant");
    }

    @Test
    void every_word_has_to_be_there() {
        assertThat(services(null, "困难 护照")).isEmpty();
    }

    @Test
    void shows_the_newest_version_and_never_an_older_one_again() {
        world.catalogue.services.add(
                new FakeService(
                        new ServiceVersion("invented-grant", 2), true, new RegionCode("440000")));
        published("invented-grant", 2);
        published("invented-grant", 1);
        world.catchUp();

        assertThat(services("440106", "grant")).extracting(ServiceRow::version).containsExactly(2);
    }

    @Test
    void refuses_a_region_that_is_none() {
        assertThatThrownBy(() -> services("guangzhou", null)).isInstanceOf(BadQueryException.class);
    }
}
