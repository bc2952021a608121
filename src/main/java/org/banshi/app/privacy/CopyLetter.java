package org.banshi.app.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.banshi.app.letter.LetterText;
import org.banshi.app.letter.LetterText.Part;
import org.banshi.app.letter.LetterText.Style;
import org.banshi.app.privacy.PersonalCopies.PersonalCopy;
import org.banshi.command.contract.message.Stamp;

/**
 * The copy of one's data as a paper: everything that the JSON has, line by line, so that nothing is
 * left out that a program could read.
 */
public final class CopyLetter {

    private static final Map<String, String> HEADINGS =
            Map.of(
                    "account", "账号 Account",
                    "details", "本人信息 Personal details",
                    "cases", "办件 Cases",
                    "benefits", "待遇 Benefits",
                    "certificates", "证件 Certificates",
                    "points", "积分 Points",
                    "matters", "事项 Matters",
                    "corrections", "更正申请 Corrections",
                    "accesses", "查看记录 Who looked");

    private CopyLetter() {}

    /** The paper. */
    public static LetterText of(PersonalCopy copy, ObjectMapper json) {
        List<Part> body = new ArrayList<>();
        body.add(
                new Part(
                        Style.PARAGRAPH,
                        "根据《个人信息保护法》第四十五条，平台保存的关于您的全部信息如下。"
                                + "What is kept of you, under PIPL article 45."));
        JsonNode tree = json.valueToTree(copy);
        for (Map.Entry<String, JsonNode> field : tree.properties()) {
            String heading = HEADINGS.get(field.getKey());
            if (heading != null) {
                body.add(new Part(Style.HEADING, heading));
                int before = body.size();
                flatten("", field.getValue(), body);
                if (body.size() == before) {
                    body.add(new Part(Style.NOTE, "无 none"));
                }
            }
        }
        return new LetterText(
                "zh-CN",
                "政务服务平台",
                "个人信息副本",
                "Copy of personal data",
                body,
                "",
                copy.at().atZone(Stamp.ZONE).toLocalDate().toString(),
                "本副本仅供本人使用 For the person concerned only",
                "第%1$d页 共%2$d页");
    }

    private static void flatten(String path, JsonNode node, List<Part> body) {
        if (node.isObject()) {
            node.properties().forEach(it -> flatten(join(path, it.getKey()), it.getValue(), body));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                flatten(join(path, String.valueOf(i + 1)), node.get(i), body);
            }
        } else if (!node.isNull() && !node.isMissingNode()) {
            body.add(
                    new Part(
                            Style.ITEM,
                            (path.isEmpty() ? "" : path + "：")
                                    + node.asText().replaceAll("\\p{Cntrl}+", " ")));
        }
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + " · " + name;
    }
}
