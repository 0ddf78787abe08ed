package org.fengqiao.ui;

import java.util.List;

/// 登记新事项, first half: which procedure.
public record RegisterPage(List<Group> groups) implements Page {

    public record Group(String title, List<Choice> choices) {}

    /// @param note  when it applies, one sentence
    /// @param basis the instrument it rests on
    public record Choice(String title, String note, String href, List<Cite> basis) {}

    @Override
    public String template() {
        return "page/register";
    }

    @Override
    public String title() {
        return "登记新事项";
    }

    @Override
    public Room room() {
        return Room.INTAKE;
    }

    @Override
    public List<Link> crumbs() {
        return List.of(Link.to(Room.WORKLIST.href(), "我的待办"));
    }
}
