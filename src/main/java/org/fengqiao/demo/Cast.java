package org.fengqiao.demo;

import java.util.List;
import java.util.Random;
import org.fengqiao.procedure.Act;

/// 人物和地点: the invented people, places and matters of the demonstration, drawn from a seed.
///
/// All names are obviously invented.
final class Cast {

    static final String[] COMMUNITIES = {"石桥社区", "新桥社区", "枫溪社区", "河东社区", "北苑社区", "柳荫社区"};
    private static final String[] HEAVENLY = {"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"};
    private static final String[] SURNAMES = {"赵", "钱", "孙", "李", "周", "吴", "郑", "王", "冯", "陈", "褚", "卫", "蒋", "沈", "韩", "杨"};
    private static final String[] STREETS = {"石桥路", "新桥路", "枫溪路", "河东巷", "北苑街", "柳荫巷"};
    private static final String[] TRADES = {"餐饮管理有限公司", "商贸行", "汽修服务部", "便利店", "建材经营部", "物业服务中心"};

    private final Random random;

    Cast(long seed) {
        this.random = new Random(seed);
    }

    String person() {
        return one(SURNAMES) + one(HEAVENLY) + "某";
    }

    String place() {
        return one(STREETS) + (1 + random.nextInt(120)) + "号";
    }

    String contact() {
        return "1380000" + String.format("%04d", random.nextInt(10_000));
    }

    List<Act.NewParty> requester() {
        return List.of(new Act.NewParty("person", person(), null, contact(), null, null, null));
    }

    /// Somebody who does not say who they are.
    static List<Act.NewParty> anonymous() {
        return List.of(new Act.NewParty("person", null, null, null, null, null, null));
    }

    List<Act.NewParty> violator(boolean organization) {
        String place = place();
        return List.of(organization
                ? new Act.NewParty("organization", "示例" + one(HEAVENLY) + one(HEAVENLY) + one(TRADES),
                        "91000000000000" + String.format("%03dX", random.nextInt(1000)), null, place, null, person())
                : new Act.NewParty("person", person(), null, null, place, null, null));
    }

    <T> T one(T[] of) {
        return of[random.nextInt(of.length)];
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    boolean chance(int inThousand) {
        return random.nextInt(1000) < inThousand;
    }
}
