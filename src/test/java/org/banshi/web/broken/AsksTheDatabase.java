package org.banshi.web.broken;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Breaks a rule of the architecture, to prove that the rule bites. */
public record AsksTheDatabase(JdbcClient jdbc) {}
