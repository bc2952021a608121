package org.banshi.command.contract.architecture.broken;

import javax.sql.DataSource;
import org.banshi.command.contract.message.Event;

/** Breaks a rule on purpose. */
public record KnowsADatabase(DataSource database) implements Event {}
