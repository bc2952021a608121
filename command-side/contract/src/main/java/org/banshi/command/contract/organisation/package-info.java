/** Organisations: companies and others that act by their legal representative and their clerks. */
@NullMarked
package org.banshi.command.contract.organisation;

import org.jspecify.annotations.NullMarked;
