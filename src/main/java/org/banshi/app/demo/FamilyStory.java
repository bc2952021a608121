package org.banshi.app.demo;

/** One readable story of a family of services, told by {@code ./banshi demo --family}. */
interface FamilyStory {

    /** The word after {@code --family}, such as {@code social}. */
    String family();

    /**
     * Plays the story on a running server and tells each step; it can be told again.
     *
     * @throws SurpriseException when something goes otherwise than the story says
     */
    void tell(Troupe troupe) throws Exception;
}
