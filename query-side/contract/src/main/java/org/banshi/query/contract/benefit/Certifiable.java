package org.banshi.query.contract.benefit;

import org.banshi.command.contract.text.Text;
import org.banshi.query.contract.benefit.BenefitView.Certification;

/**
 * A benefit whose person is certified each year (资格认定), as an officer sees it who has them before
 * them: nothing of amounts or decisions.
 *
 * @param benefit id
 * @param kind stable word, such as {@code disability-nursing-subsidy}
 * @param name of the service that granted it
 * @param certification the window that is open, or the next one
 */
public record Certifiable(String benefit, String kind, Text name, Certification certification) {}
