package org.banshi.app.journey.broken;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** Shows pages by other ways than a template's name. */
public final class PageInDisguise {

    @GetMapping("/disguised/text")
    public ResponseEntity<String> text() {
        return ResponseEntity.ok("<h1>page</h1>");
    }

    @GetMapping("/disguised/view")
    public View view() {
        throw new UnsupportedOperationException();
    }

    @GetMapping(path = "/disguised/html", produces = "text/html")
    public ResponseEntity<byte[]> html() {
        return ResponseEntity.ok(new byte[0]);
    }

    @GetMapping("/file")
    public ResponseEntity<byte[]> file() {
        return ResponseEntity.ok(new byte[0]);
    }
}
