package org.banshi.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.List;
import org.banshi.app.journey.broken.PageInDisguise;
import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class PageHandlersTest {

    /** Whatever answers a browser with words is a page that the catalogue must name. */
    @Test
    void overlooks_no_page_that_is_shown_another_way() {
        RequestMappingHandlerMapping mapping = new RequestMappingHandlerMapping();
        mapping.setApplicationContext(new StaticWebApplicationContext());
        mapping.afterPropertiesSet();
        PageInDisguise handler = new PageInDisguise();
        for (Method method : PageInDisguise.class.getDeclaredMethods()) {
            RequestMapping mapped =
                    AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
            if (mapped != null) {
                mapping.registerMapping(
                        RequestMappingInfo.paths(mapped.path())
                                .methods(mapped.method())
                                .produces(mapped.produces())
                                .options(mapping.getBuilderConfiguration())
                                .build(),
                        handler,
                        method);
            }
        }

        assertThat(PageHandlers.of(List.of(mapping)))
                .containsExactly("/disguised/html", "/disguised/text", "/disguised/view");
    }
}
