package org.banshi.query.contract.progress;

import org.banshi.query.contract.access.Scope;

/**
 * What was lately told to the person of the scope, newest first? Answers {@code List<News>}.
 *
 * @param limit most lines
 */
public record FindMyNews(Scope scope, int limit) {}
