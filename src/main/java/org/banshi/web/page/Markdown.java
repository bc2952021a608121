package org.banshi.web.page;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Turns a guide into HTML. Raw HTML in it is shown as text, links can only lead to pages. */
public final class Markdown {

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder()
                    .extensions(EXTENSIONS)
                    .escapeHtml(true)
                    .sanitizeUrls(true)
                    .build();

    private Markdown() {}

    /** Safe HTML; headings start one level below the page's own. */
    public static String html(String markdown) {
        String lowered = markdown.replaceAll("(?m)^(#{1,4}) ", "#$1 ");
        return RENDERER.render(PARSER.parse(lowered));
    }
}
