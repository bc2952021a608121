package org.banshi.catalogue.decision;

/** The one FEEL engine, started when first used. */
final class Expressions {

    static final Feel FEEL = new Feel();

    private Expressions() {}
}
