package org.banshi.query.contract.matter;

import org.banshi.query.contract.access.Scope;

/**
 * Which matters of the scope's person do other departments handle, the latest first? Answers a list
 * of {@link MatterView}.
 */
public record FindMyMatters(Scope scope) {}
