package org.banshi.web.form;

import org.banshi.app.Shipped;
import org.banshi.command.contract.application.FormData;

/** A household's answers that satisfy the form. */
public final class Household {

    private Household() {}

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
