package org.fengqiao.demo;

/// 诉求事项: what people bring to the office in the demonstration, and where.
record RequestMatter(String category, String text, String place) {

    private static final String[][] MATTERS = {
        {"R01", "门前堆放杂物，影响通行", "沿街垃圾桶满溢未清运", "占道摆摊影响出行"},
        {"R02", "路灯不亮", "人行道地砖破损", "窨井盖松动有响声"},
        {"R03", "夜间施工噪声扰民", "商铺音响声音过大", "楼上空调外机噪声"},
        {"R04", "机动车占用盲道停放", "共享单车乱停放"},
        {"R05", "电梯多次停运", "小区门禁损坏无人维修", "地下车库积水"},
        {"R06", "楼道堆放易燃物", "疏散通道被锁闭", "电动自行车进楼充电"},
        {"R07", "咨询临时救助申请条件", "高龄津贴发放时间"},
        {"R08", "反映被拖欠工资", "咨询劳动合同解除补偿"},
        {"R09", "行道树枝条遮挡窗户", "绿地被占用种菜"},
        {"R10", "建议增设公交站牌遮雨棚", "咨询居住证办理地点"},
    };
    private static final String[][] DANGERS = {{"R02", "路面塌陷"}, {"R05", "电梯困人"}, {"R06", "消防车通道被堵死"}};

    static RequestMatter daily(Cast cast) {
        return of(MATTERS, cast);
    }

    /// What cannot wait.
    static RequestMatter dangerous(Cast cast) {
        return of(DANGERS, cast);
    }

    private static RequestMatter of(String[][] matters, Cast cast) {
        String[] matter = cast.one(matters);
        return new RequestMatter(matter[0], matter[cast.between(1, matter.length - 1)], cast.place());
    }

    String title() {
        return place + text;
    }

    /// The unit that handles such matters.
    String unit() {
        return switch (category) {
            case "R01", "R03", "R04" -> "enforcement";
            case "R02", "R05", "R09" -> "city";
            case "R06" -> "safety";
            case "R07", "R08" -> "social";
            default -> "livelihood";
        };
    }
}
