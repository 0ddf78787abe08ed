package org.fengqiao.document;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;

/// 文书用语: every place for data a document may have, and what officers call it. `basis.*` stands for whatever a definition names there.
record Vocabulary(Map<String, String> titles) {

    private static final String FILE = "places.properties";

    static Vocabulary shipped() {
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Vocabulary.class.getResourceAsStream(FILE), FILE), StandardCharsets.UTF_8)) {
            Properties properties = new Properties();
            properties.load(reader);
            return new Vocabulary(properties.stringPropertyNames().stream()
                    .collect(Collectors.toUnmodifiableMap(name -> name, properties::getProperty)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean knows(String path) {
        return titles.containsKey(path) || titles.containsKey(family(path));
    }

    /// The path itself where what stands there has its name in the definition of the procedure.
    String title(String path) {
        String title = titles.getOrDefault(path, titles.getOrDefault(family(path), ""));
        return title.isEmpty() ? path : title;
    }

    private static String family(String path) {
        int stop = path.indexOf('.');
        return stop < 0 ? path : path.substring(0, stop) + ".*";
    }
}
