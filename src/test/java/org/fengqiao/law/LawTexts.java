package org.fengqiao.law;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Texts of invented regulations, and the import as the command does it.
public final class LawTexts {

    static final Laws LAWS = Laws.load();

    /// An invented regulation: paragraphs, items, an item with a sentence of its own, an inserted article.
    public static final String LANTERNS = """
            ---
            title: 示例市灯笼管理条例
            type: 地方性法规
            promulgated: 2020-01-10
            effective: 2020-03-01
            effective_to: 2024-06-30
            articles: 5
            source: 测试用虚构文本
            ---

            # 示例市灯笼管理条例

            （2020年1月10日示例市第一届人民代表大会常务委员会第一次会议通过）

            ## 第一章　总　则

            第一条　为了管好灯笼，制定本条例。

            第二条　悬挂灯笼应当符合下列要求：
            （一）不遮挡消防通道；
            （二）使用阻燃材料。
            阻燃材料由市消防机构列名。
            （三）夜间十时后熄灭。
            违反前款规定的，由街道办事处责令改正。

            第二条之一　节日悬挂灯笼，可以延长至夜间十二时。

            ## 第二章　附　则

            第三条　逾期不改正的，处五十元罚款。

            第四条　本条例自2020年3月1日起施行。
            """;

    /// The same regulation four years on: one article changed, one moved down, one new, one gone.
    public static final String LANTERNS_AMENDED = """
            ---
            title: 示例市灯笼管理条例
            type: 地方性法规
            promulgated: 2024-05-20
            effective: 2024-07-01
            articles: 5
            source: 测试用虚构文本
            ---

            ## 第一章　总　则

            第一条　为了管好灯笼，制定本条例。

            第二条　悬挂灯笼应当符合下列要求：
            （一）不遮挡消防通道；
            （二）使用阻燃材料。
            阻燃材料由市消防机构列名。
            （三）夜间十一时后熄灭。
            违反前款规定的，由街道办事处责令改正。

            第三条　出售灯笼的，应当标明材料和使用年限。

            ## 第二章　附　则

            第四条　逾期不改正的，处五十元罚款。

            第五条　本条例自2024年7月1日起施行。
            """;

    private LawTexts() {}

    /// Imports files as the command does; the outcome holds also what was refused while reading.
    static TextImport.Outcome bring(DataSource source, boolean corrects, Path... paths) throws SQLException, IOException {
        return bring(source, corrects, null, paths);
    }

    /// Imports files for tests of other rooms and expects none to be refused.
    public static void importing(DataSource source, Path... paths) throws SQLException, IOException {
        TextImport.Outcome outcome = bring(source, false, paths);
        if (!outcome.rejected().isEmpty()) {
            throw new AssertionError("refused: " + outcome.rejected());
        }
    }

    static TextImport.Outcome bring(DataSource source, boolean corrects, @Nullable LocalDate inForce, Path... paths) throws SQLException, IOException {
        TextFiles files = new TextFiles(LAWS, inForce);
        List<String> names = new ArrayList<>();
        for (Path path : paths) {
            names.add(path.toString());
        }
        TextFiles.below(names).forEach(files::read);
        TextImport.Outcome outcome = new TextImport(source, corrects).run(files.texts(), done -> {});
        List<ReadText.Fault> rejected = new ArrayList<>(files.faults());
        rejected.addAll(outcome.rejected());
        return new TextImport.Outcome(outcome.fresh(), outcome.same(), outcome.changed(), rejected);
    }

    /// Writes a text into a folder under a name.
    static Path file(Path folder, String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}
