/// 枫桥: the whole product; its direct sub-packages are the rooms.
@NullMarked
package org.fengqiao;

import org.jspecify.annotations.NullMarked;
