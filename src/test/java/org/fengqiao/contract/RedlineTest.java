package org.fengqiao.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.fengqiao.contract.ContractText.Clause;
import org.fengqiao.contract.Redline.Kind;
import org.fengqiao.law.TextComparison.Change;
import org.fengqiao.law.TextComparison.Piece;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("两稿对照：改了哪些字、增删移动了哪些条；修订稿全部接受就是后一稿，全部拒绝就是前一稿")
class RedlineTest {

    private static final String BEFORE = """
            办公桌采购合同
            甲方：示例街道办事处
            乙方：示例木业有限公司
            第一条　采购办公桌五十张。
            第二条　货物验收合格后十日内付款。
            第三条　乙方逾期交货的，每日支付万分之五的违约金。
            第四条　争议由甲方住所地人民法院管辖。
            甲方（盖章）　乙方（盖章）
            """;

    private static Redline compare(String before, String after) {
        return Redline.of(ContractText.of(before), ContractText.of(after));
    }

    private static Redline.Row row(Redline redline, Kind kind) {
        return redline.rows().stream().filter(r -> r.kind() == kind).findFirst().orElseThrow(() -> new AssertionError("no " + kind + " in " + redline.rows().stream().map(Redline.Row::kind).toList()));
    }

    private static String words(Redline.Row row, Change change) {
        return row.pieces().stream().filter(p -> p.change() == change).map(Piece::text).collect(Collectors.joining("|"));
    }

    @Test
    @DisplayName("两稿相同：没有变化")
    void findsNothingInTheSameDraft() {
        Redline redline = compare(BEFORE, BEFORE.replace("\n", "\r\n") + "\n\n");
        assertThat(redline.identical()).isTrue();
        assertThat(redline.rows()).allMatch(r -> r.kind() == Kind.SAME);
    }

    @Test
    @DisplayName("改一个数：只标出这几个字，别的条不动")
    void marksTheWordsThatChanged() {
        Redline redline = compare(BEFORE, BEFORE.replace("十日内付款", "三十日内付款"));
        assertThat(redline.count(Kind.CHANGED)).isOne();
        Redline.Row changed = row(redline, Kind.CHANGED);
        assertThat(changed.before().number()).isEqualTo("第二条");
        assertThat(words(changed, Change.INSERTED)).isEqualTo("三");
        assertThat(words(changed, Change.DELETED)).isEmpty();
        assertThat(redline.count(Kind.SAME)).isEqualTo(redline.rows().size() - 1);
    }

    @Test
    @DisplayName("中间加一条：这一条是新增，后面的只是编号变化，不算移动")
    void tellsRenumberedFromMoved() {
        String after = BEFORE.replace("第四条", "第五条").replace("第三条", "第四条").replace("第四条　乙方逾期", "第三条　质保期二年。\n第四条　乙方逾期");
        Redline redline = compare(BEFORE, after);
        assertThat(row(redline, Kind.ADDED).after().body()).contains("质保期二年");
        assertThat(redline.count(Kind.RENUMBERED)).isEqualTo(2);
        assertThat(redline.count(Kind.MOVED)).isZero();
        assertThat(redline.count(Kind.CHANGED)).isZero();
    }

    @Test
    @DisplayName("争议条款提到付款之前：是移动，不是删一条加一条")
    void findsAMovedClause() {
        String after = BEFORE.replace("第四条　争议由甲方住所地人民法院管辖。\n", "").replace("第二条　货物", "第二条　争议由甲方住所地人民法院管辖。\n第三条　货物").replace("第三条　乙方", "第四条　乙方");
        Redline redline = compare(BEFORE, after);
        assertThat(row(redline, Kind.MOVED).before().number()).isEqualTo("第四条");
        assertThat(row(redline, Kind.MOVED).after().number()).isEqualTo("第二条");
        assertThat(redline.count(Kind.ADDED) + redline.count(Kind.DELETED)).isZero();
    }

    @Test
    @DisplayName("删去违约责任：标为删去，留在原来的位置")
    void showsADeletedClauseWhereItStood() {
        Redline redline = compare(BEFORE, BEFORE.replace("第三条　乙方逾期交货的，每日支付万分之五的违约金。\n", ""));
        Redline.Row deleted = row(redline, Kind.DELETED);
        assertThat(deleted.before().number()).isEqualTo("第三条");
        assertThat(redline.rows().get(redline.rows().indexOf(deleted) - 1).after().number()).isEqualTo("第二条");
    }

    @Test
    @DisplayName("落款改了名称：首部和签署各自对应，不与条款混淆")
    void comparesSignaturesWithSignatures() {
        Redline redline = compare(BEFORE, BEFORE.replace("甲方（盖章）　乙方（盖章）", "甲方（盖章）　丙方（盖章）"));
        assertThat(row(redline, Kind.CHANGED).after().number()).isEqualTo(ContractText.SIGNED);
    }

    @Test
    @DisplayName("Word 修订稿：用 POI 打得开，作者是本机关")
    void opensInWord() throws Exception {
        byte[] word = RedlineWord.of(compare(BEFORE, BEFORE.replace("五十张", "六十张")), "示例街道办事处", LocalDate.of(2026, 10, 9));
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(word))) {
            assertThat(document.getParagraphs()).hasSize(8);
        }
        assertThat(read(word, true)).contains("六十张").doesNotContain("五十张");
        assertThat(document(word)).contains("w:author=\"示例街道办事处\"");
    }

    @Test
    @DisplayName("任意改动四百次：全部接受得到后一稿，全部拒绝得到前一稿，一字不差")
    void givesBackBothDrafts() throws Exception {
        Random random = new Random(20_261_009);
        List<Yardstick.Model> models = Papers.models("tuning").toList();
        for (int i = 0; i < 400; i++) {
            ContractText before = models.get(i % models.size()).text();
            ContractText after = ContractText.of(changed(before, random));
            byte[] word = RedlineWord.of(Redline.of(before, after), "示例", LocalDate.of(2026, 10, 9));
            assertThat(read(word, true)).as("accepted, " + i).isEqualTo(after.text());
            assertThat(read(word, false)).as("refused, " + i).isEqualTo(before.text());
        }
    }

    /// The text with clauses dropped, swapped, doubled and words altered.
    private static String changed(ContractText text, Random random) {
        List<String> parts = new ArrayList<>(text.clauses().stream().map(Clause::body).toList());
        for (int n = random.nextInt(1, 5); n > 0; n--) {
            int at = random.nextInt(1, parts.size() - 1);
            switch (random.nextInt(5)) {
                case 0 -> parts.remove(at);
                case 1 -> Collections.swap(parts, at, random.nextInt(1, parts.size() - 1));
                case 2 -> parts.add(at, "第" + random.nextInt(20, 90) + "条　新增的约定，编号" + random.nextInt(1000) + "。\n另起一段。\n");
                case 3 -> parts.set(at, parts.get(at).replace("甲方", "发包方").replace("日", "天"));
                default -> parts.set(at, parts.get(at).substring(0, parts.get(at).length() / 2) + "（改写）\n");
            }
            if (parts.size() < 4) {
                break;
            }
        }
        return String.join("", parts);
    }

    private static String document(byte[] word) throws Exception {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(word))) {
            for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
                if (e.getName().equals("word/document.xml")) {
                    return new String(zip.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError("no document");
    }

    /// The text as Word leaves it when all changes are accepted, or refused.
    private static String read(byte[] word, boolean accepted) throws Exception {
        XMLStreamReader xml = XMLInputFactory.newFactory().createXMLStreamReader(new java.io.StringReader(document(word)));
        StringBuilder text = new StringBuilder();
        String inside = "";
        boolean properties = false;
        boolean endGoes = false;
        while (xml.hasNext()) {
            int event = xml.next();
            String name = event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT ? xml.getLocalName() : "";
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (name) {
                    case "pPr" -> properties = true;
                    case "ins", "del" -> {
                        if (properties) {
                            endGoes = name.equals("ins") != accepted;
                        } else {
                            inside = name;
                        }
                    }
                    case "t", "delText" -> {
                        String words = xml.getElementText();
                        boolean goes = inside.equals("ins") && !accepted || inside.equals("del") && accepted;
                        text.append(goes ? "" : words);
                    }
                    default -> { }
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                switch (name) {
                    case "pPr" -> properties = false;
                    case "ins", "del" -> inside = properties ? inside : "";
                    case "p" -> {
                        text.append(endGoes ? "" : "\n");
                        endGoes = false;
                    }
                    default -> { }
                }
            }
        }
        return text.toString();
    }
}
