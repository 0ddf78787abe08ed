package org.fengqiao.intake;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.List;
import java.util.Set;
import org.fengqiao.database.Database;
import org.fengqiao.database.Home;
import org.fengqiao.door.Command;
import org.fengqiao.door.Options;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `intake rejected`: the lines that wait for correction, as JSON lines that can be corrected and imported again.
public final class IntakeRejected implements Command {

    @Override
    public String name() {
        return "intake rejected";
    }

    @Override
    public String summary() {
        return "rejected lines with their reasons, to correct and import again: [--channel C] [--home DIR]";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) throws Exception {
        Options options = Options.parse(arguments, Set.of("channel", Home.OPTION), Set.of());
        String channel = options.get("channel", "");
        if (!channel.isEmpty() && Channel.of(channel).isEmpty()) {
            throw new Refused("There is no channel \"" + channel + "\"; known: " + Channel.known() + ".");
        }
        try (Database database = Database.open(Home.of(options))) {
            database.migrate();
            try (Connection c = database.dataSource().getConnection();
                    PreparedStatement s = c.prepareStatement("select id, content, reason from intake_reject"
                            + " where office = ? and settled_at is null and ? in ('', channel) order by id")) {
                s.setShort(1, Shelf.OFFICE);
                s.setString(2, channel);
                try (ResultSet r = s.executeQuery()) {
                    while (r.next()) {
                        out.println(line(r.getLong(1), r.getString(2), r.getString(3)));
                    }
                }
            }
        }
        return 0;
    }

    /// The fields as they came, with the reason and the number by which the corrected line settles this one.
    private static ObjectNode line(long id, String content, String reason) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put(Mapping.REJECT, id).put("_reason", reason);
        try {
            JsonNode fields = JsonMapper.shared().readTree(content);
            if (fields instanceof ObjectNode object) {
                object.properties().forEach(p -> {
                    if (!p.getKey().startsWith("_re")) {
                        line.set(p.getKey(), p.getValue());
                    }
                });
                return line;
            }
        } catch (JacksonException e) {
            return line.put("_line", content);
        }
        return line.put("_line", content);
    }
}
