package org.banshi.command.contract.organisation;

/**
 * What is known of an organisation.
 *
 * @param name as on the licence
 * @param code unified social credit code (GB 32100)
 * @param phone mobile phone to which warnings go
 */
public record OrganisationDetails(String name, String code, String phone) {

    /** Sole traders are people: never prints its values. */
    @Override
    public String toString() {
        return "OrganisationDetails[...]";
    }
}
