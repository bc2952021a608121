package org.banshi.command.contract.citizen;

/**
 * How somebody proved to be the person of an identity number. Logging in is another matter: it
 * shows that the same one is back, and never raises the level.
 *
 * @param shown which paper or which service, a stable word such as {@code id-card}
 * @param level Guangdong's trust level that it gives, 2 to 5
 */
public record Proof(Way way, String shown, int level) {

    /** The ways, each with the highest level that it can give. */
    public enum Way {
        /** An officer compared the person with the paper: level 5 (柜台). */
        COUNTER(5),
        /** A government face service compared person, name and number: level 4 (人证合一). */
        FACE(4),
        /** Another log-in service vouches for name and number; configured, at most 4. */
        PROVIDER(4),
        /** An invented person of a demo. */
        DEMO(5);

        private final int highest;

        Way(int highest) {
            this.highest = highest;
        }

        /** The highest trust level that this way can give. */
        public int highest() {
            return highest;
        }
    }
}
