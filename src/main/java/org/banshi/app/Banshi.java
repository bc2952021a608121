package org.banshi.app;

public final class Banshi {
    private Banshi() {}

    public static void main(String[] args) {}
}
