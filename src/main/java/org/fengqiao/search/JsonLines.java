package org.fengqiao.search;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fengqiao.door.Command.Refused;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// 问题文件: a file with one question a line of JSON, as search and training read it; empty lines do not count.
record JsonLines(Path file, List<Line> lines) {

    /// @param number the line of the file, counted from 1
    record Line(Path file, int number, JsonNode node) {

        /// The question of this line.
        ///
        /// @throws Refused when the line has none
        String question() {
            String question = node.path("question").isString() ? node.path("question").asString() : "";
            if (question.isBlank()) {
                throw refused("\"question\" is needed.");
            }
            return question;
        }

        Refused refused(String why) {
            return new Refused(this + ": " + why);
        }

        @Override
        public String toString() {
            return file + " line " + number;
        }
    }

    /// @throws Refused when the file cannot be read, or a line of it is no JSON
    static JsonLines of(Path file) {
        List<Line> lines = new ArrayList<>();
        int number = 0;
        try {
            for (String text : Files.readAllLines(file)) {
                number++;
                // The editors of some systems begin a file with a mark that is no part of its first line.
                String line = number == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
                if (!line.isBlank()) {
                    lines.add(new Line(file, number, JsonMapper.shared().readTree(line)));
                }
            }
        } catch (CharacterCodingException e) {
            throw new Refused("The file " + file + " is not UTF-8.");
        } catch (IOException e) {
            throw new Refused("The file " + file + " cannot be read", e);
        } catch (JacksonException e) {
            throw new Refused(file + " line " + number + ": this is not a whole line of JSON.");
        }
        return new JsonLines(file, List.copyOf(lines));
    }
}
