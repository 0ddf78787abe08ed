package org.fengqiao.cases;

import org.fengqiao.ui.Room;

/// 待办数: how much waits for a person in a room, as the navigation shows it.
public interface Waiting {

    Room room();

    int count(String user);
}
