package org.fengqiao.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.fengqiao.intake.Mapping.Unfit;
import org.fengqiao.procedure.Act;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// 诉求登记: makes the registration of a public request out of a line.
final class Requests {

    static final String PROCEDURE = "public-request";
    static final String STEP = "registered";
    private static final ZoneOffset ZONE = ZoneOffset.ofHours(8);
    private static final List<DateTimeFormatter> TIMES = List.of(
            DateTimeFormatter.ofPattern("y-M-d H:m[:s]"), DateTimeFormatter.ofPattern("y/M/d H:m[:s]"),
            DateTimeFormatter.ISO_LOCAL_DATE_TIME);

    private final Mapping mapping;
    private final Channel channel;

    Requests(Mapping mapping, Channel channel) {
        this.mapping = mapping;
        this.channel = channel;
    }

    /// The number the sender gave the line.
    ///
    /// @throws Unfit when there is none, or one that cannot be kept
    String externalId(ObjectNode line) {
        String id = mapping.value(line, "external-id");
        if (id == null) {
            throw new Unfit("没有来源平台编号，无法判断是否重复");
        }
        if (id.length() > 60) {
            throw new Unfit("来源平台编号至多 60 个字符");
        }
        return plain(id);
    }

    /// The act that registers the line.
    ///
    /// @throws Unfit with what has to be corrected
    Act registration(ObjectNode line, String externalId, String registrar, OffsetDateTime now) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("channel", channel.option).put("external-id", externalId);
        for (String field : List.of("content", "place", "community")) {
            String value = mapping.value(line, field);
            if (value != null) {
                data.put(field, plain(value));
            }
        }
        String reported = mapping.value(line, "reported-at");
        if (reported != null) {
            data.put("reported-at", moment(reported, now).toString());
        }
        String title = mapping.value(line, "title");
        if (title != null && title.length() > 200) {
            throw new Unfit("标题至多 200 个字");
        }
        String named = title != null ? plain(title) : beginning(data.path("content").asString(""));
        Act.NewParty requester = new Act.NewParty(
                "person", short80(line, "name"), null, short80(line, "contact"), null, confidential(line) ? "confidential" : "requester", null);
        LocalDate on = now.toLocalDate();
        return new Act(
                STEP, registrar, null, false, null, null, on, now, null, data, List.of(requester), on,
                named);
    }

    /// Whether the platform says that who asks is to be kept secret; a word nobody knows is not taken for no.
    private boolean confidential(ObjectNode line) {
        String said = mapping.value(line, "confidential");
        return switch (said == null ? "否" : said) {
            case "是", "保密", "true", "1", "Y", "yes" -> true;
            case "否", "公开", "不保密", "false", "0", "N", "no" -> false;
            default -> throw new Unfit("是否保密应当是“是”或者“否”，不是“" + said + "”");
        };
    }

    private static String beginning(String content) {
        String first = content.lines().findFirst().orElse("");
        return first.codePointCount(0, first.length()) <= 40 ? first : first.substring(0, first.offsetByCodePoints(0, 30)) + "…";
    }

    private @Nullable String short80(ObjectNode line, String field) {
        String value = mapping.value(line, field);
        if (value != null && value.length() > 80) {
            throw new Unfit(field.equals("name") ? "诉求人姓名至多 80 个字" : "联系方式至多 80 个字");
        }
        return value == null ? null : plain(value);
    }

    private static OffsetDateTime moment(String text, OffsetDateTime now) {
        OffsetDateTime moment = null;
        try {
            moment = OffsetDateTime.parse(text);
        } catch (DateTimeParseException e) {
            for (DateTimeFormatter format : TIMES) {
                try {
                    moment = LocalDateTime.parse(text, format).atOffset(ZONE);
                    break;
                } catch (DateTimeException next) {
                    continue;
                }
            }
        }
        if (moment == null) {
            throw new Unfit("提出时间“" + (text.length() > 40 ? text.substring(0, 40) : text) + "”应当写作 2026-10-09 08:42:00");
        }
        if (moment.isAfter(now)) {
            throw new Unfit("提出时间晚于现在");
        }
        return moment;
    }

    /// Text without characters that no text may hold.
    private static String plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                i++;
            } else if (c == 0 || Character.isSurrogate(c)) {
                throw new Unfit("含有不能保存的字符");
            }
        }
        return java.text.Normalizer.normalize(org.fengqiao.procedure.Letters.seen(text), java.text.Normalizer.Form.NFC);
    }
}
