/** The arbitration of a labour dispute (劳动争议仲裁): parties, service, panel, hearing, award. */
@NullMarked
package org.banshi.command.contract.arbitration;

import org.jspecify.annotations.NullMarked;
