package org.banshi.app.casefile;

import org.banshi.command.contract.person.DisabilityCertificateNumber.Category;
import org.banshi.command.contract.text.Text;

/** Category and level of a disability in words (GB/T 26341-2010). */
public final class Grades {

    private Grades() {}

    /** Such as 肢体残疾二级. */
    public static Text words(Category category, int level) {
        Text name = name(category);
        return Text.of(
                name.zh() + "残疾" + "一二三四".charAt(level - 1) + "级",
                name.en() + " disability, level " + level);
    }

    private static Text name(Category category) {
        return switch (category) {
            case VISION -> Text.of("视力", "Visual");
            case HEARING -> Text.of("听力", "Hearing");
            case SPEECH -> Text.of("言语", "Speech");
            case PHYSICAL -> Text.of("肢体", "Physical");
            case INTELLECTUAL -> Text.of("智力", "Intellectual");
            case MENTAL -> Text.of("精神", "Mental");
            case MULTIPLE -> Text.of("多重", "Multiple");
        };
    }
}
