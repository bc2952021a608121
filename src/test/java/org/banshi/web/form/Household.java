package org.banshi.web.form;

import java.nio.file.Path;
import org.banshi.catalogue.DirectoryCatalogue;
import org.banshi.command.contract.application.FormData;

/** A household's answers that satisfy the form. */
public final class Household {

    private Household() {}

    public static FormData data() {
        return FormBinder.bind(
                DirectoryCatalogue.read(Path.of("../bpmn"))
                        .current("minimum-living-allowance")
                        .orElseThrow()
                        .form()
                        .schema(),
                FormBinderTest.household());
    }
}
