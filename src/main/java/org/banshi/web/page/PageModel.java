package org.banshi.web.page;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page its frame. */
@ControllerAdvice(annotations = Controller.class)
class PageModel {

    @ModelAttribute
    void add(Model model, HttpServletRequest request) {
        model.addAllAttributes(PageFrame.of(request, request.getRequestURI()));
    }
}
