package org.banshi.web.page;

import java.util.HashMap;
import java.util.Map;
import org.banshi.app.staff.StaffNames;
import org.banshi.command.contract.text.Text;
import org.jspecify.annotations.Nullable;

/** Names colleagues on one page, each looked up once. */
public final class Colleagues {

    private final StaffNames names;
    private final Words say;
    private final Map<String, String> known = new HashMap<>();

    public Colleagues(StaffNames names, Words say) {
        this.names = names;
        this.say = say;
    }

    /** Name and account; the account alone where nobody knows more, a dash where there is none. */
    public String name(@Nullable String account) {
        return account == null
                ? "—"
                : known.computeIfAbsent(
                        account, it -> names.of(it).map(name -> both(name, it)).orElse(it));
    }

    private String both(Text name, String account) {
        return say.language().equals("en")
                ? name.en() + " (" + account + ")"
                : name.zh() + "（" + account + "）";
    }
}
