package org.banshi.web.page;

import jakarta.servlet.http.HttpServletRequest;
import org.banshi.app.staff.StaffNames;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Lets the pages of officers and supervisors call colleagues by name. */
@ControllerAdvice(
        basePackages = {
            "org.banshi.web.officer",
            "org.banshi.web.supervisor",
            // Leave.
            "org.banshi.app.signin"
        })
class ColleaguesModel {

    private final StaffNames names;

    ColleaguesModel(StaffNames names) {
        this.names = names;
    }

    @ModelAttribute
    void add(Model model, HttpServletRequest request) {
        model.addAttribute("colleagues", new Colleagues(names, new Words(Languages.of(request))));
    }
}
