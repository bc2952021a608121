package org.banshi.command.contract.text;

/**
 * Words for a person, in both languages.
 *
 * @param zh Chinese, the language of record
 * @param en English
 */
public record Text(String zh, String en) {

    public static Text of(String zh, String en) {
        return new Text(zh, en);
    }

    /** The words in the language of a BCP 47 tag; Chinese unless it is English. */
    public String in(String language) {
        return language.startsWith("en") ? en : zh;
    }
}
