package org.banshi.web.form;

import org.banshi.app.Shipped;
import org.banshi.command.contract.application.FormData;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A household's answers that satisfy the form. */
public final class Household {

    private Household() {}

    /** The request with them as the page sends them. */
    public static MockHttpServletRequestBuilder post(MockHttpServletRequestBuilder request) {
        FormBinderTest.household().forEach(request::param);
        return request;
    }

    public static FormData data() {
        return FormBinder.bind(
                Shipped.catalogue()
                        .current("minimum-living-allowance")
                        .orElseThrow()
                        .form()
                        .schema(),
                FormBinderTest.household());
    }
}
