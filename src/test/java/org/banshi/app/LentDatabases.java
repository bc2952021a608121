package org.banshi.app;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Drops the databases that a class of tests had for itself, once it has run. */
public final class LentDatabases implements AfterAllCallback {

    @Override
    public void afterAll(ExtensionContext context) {
        boolean whole = context.getRequiredTestClass().getEnclosingClass() == null;
        if (whole) {
            TestDatabase.dropLent();
        }
    }
}
