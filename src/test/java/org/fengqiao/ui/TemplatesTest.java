package org.fengqiao.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@DisplayName("模板、图标、用语、静态文件")
class TemplatesTest {

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

    @Test
    @DisplayName("引用到款项的链接，文本导入前后都有且只有一个落点；页面里没有重复的标识")
    void givesEveryCitationOnePlace() {
        Map<String, String> pages = Showcase.render();
        for (String law : List.of("law", "law-imported")) {
            assertThat(pages.get(law).split(" id=\"a64-1-1\"", -1)).as(law).hasSize(2);
        }
        pages.forEach((name, html) -> {
            Matcher ids = Pattern.compile(" id=\"([^\"]+)\"").matcher(html);
            Set<String> seen = new TreeSet<>();
            while (ids.find()) {
                assertThat(seen.add(ids.group(1)) || name.equals("gallery")).as(name + " " + ids.group(1)).isTrue();
            }
        });
    }

    @Test
    @DisplayName("任何一页都没有内联样式、内联脚本和内联事件")
    void writesNothingInline() {
        Showcase.render().forEach((name, html) -> assertThat(html).as(name)
                .doesNotContain(" style=").doesNotContain("javascript:").doesNotContainPattern("<script(?![^>]* src=)").doesNotContainPattern("\\son[a-z]+=\"").doesNotContain("http://").doesNotContain("https://")
                .doesNotContainPattern("@(if|else|elseif|endif|for|endfor|switch|case|template|param|import)\\b").doesNotContain("${"));
    }

    @Test
    @DisplayName("每个写入的表单都带校验令牌，只查询的表单不带")
    void sendsTheToken() {
        Pattern form = Pattern.compile("<form[^>]*method=\"(post|get|dialog)\"[^>]*>(.*?)</form>", Pattern.DOTALL);
        Showcase.render().forEach((name, html) -> {
            Matcher forms = form.matcher(html);
            while (forms.find()) {
                assertThat(forms.group(2).contains("sample-token")).as(name + forms.group()).isEqualTo(forms.group(1).equals("post"));
            }
        });
    }

    @Test
    @DisplayName("行里改动东西的按钮先问一次：第一下只展开，写明后果，展开以后的“确认”才提交；各按钮听得出是哪一行")
    void asksOnceMoreBeforeARowIsChanged() {
        Pattern sure = Pattern.compile("<details class=\"fq-sure\"><summary class=\"btn btn-plain\">([^<]+)<span class=\"fq-sr\">：([^<]+)</span></summary><form method=\"post\"(.*?)</form></details>", Pattern.DOTALL);
        Pattern inRows = Pattern.compile("<td[^>]*>(?:(?!</td>).)*?<form method=\"post\"(?:(?!</td>).)*</td>", Pattern.DOTALL);
        int[] found = {0};
        Showcase.render().forEach((name, html) -> {
            Matcher cells = inRows.matcher(html);
            while (cells.find()) {
                Matcher m = sure.matcher(cells.group());
                assertThat(m.find()).as(name + " " + cells.group()).isTrue();
                assertThat(m.group(3)).as(name).contains("立即生效，留下记录。").contains(">确认" + m.group(1) + "<span class=\"fq-sr\">：" + m.group(2) + "</span></button>");
                found[0]++;
            }
        });
        assertThat(found[0]).as("rows with a button").isPositive();
    }

    @DisplayName("很长的错误，汇总里只写前半句，全句在栏目旁；短的照写")
    void summarisesLongErrors() {
        String all = "第 1 行的表头与台账对不上：A列“名称”不是这个台账的栏目；B列“日期”不是这个台账的栏目；缺少“服务编号”、“类别”、“事项”，共 14 列。请用本台账的模板。";
        FormView form = FormView.post("f", "/x", "试读", List.of(FieldView.of(FieldView.Kind.FILE, "file", "表格文件").error(all), FieldView.of(FieldView.Kind.TEXT, "note", "理由").error("写短些；至多十字")));
        assertThat(form.errors()).extracting(Link::text).containsExactly("表格文件：第 1 行的表头与台账对不上：A列“名称”不是这个台账的栏目……", "理由：写短些；至多十字");
    }

    @Test
    @DisplayName("步骤很多的案件：先显示五步，其余和暂不能办的收起来，一步不少；步骤少的不收")
    void foldsManySteps() {
        String many = Showcase.render().get("case-many");
        assertThat(many.split("<div class=\"fq-step", -1)).hasSize(Showcase.render().get("case-many").split("id=\"step-", -1).length + 1);
        String folded = many.substring(many.indexOf("其余可以办的步骤"));
        assertThat(folded).contains("7 项").contains("open-6").doesNotContain("id=\"step-open-5\"").contains("暂不能办的步骤").contains("id=\"step-held-7\"");
        assertThat(Showcase.render().get("case")).doesNotContain("其余可以办的步骤").doesNotContain("暂不能办的步骤");
    }

    @Test
    @DisplayName("一页最多一个主按钮")
    void hasAtMostOnePrimaryButton() {
        Showcase.render().forEach((name, html) -> assertThat(html.split("btn-primary", -1).length - 1).as(name).isLessThanOrEqualTo(1));
    }

    @Test
    @DisplayName("当事人写的标签只是文字")
    void escapesWhatPeopleTyped() throws Exception {
        FieldView field = FieldView.of(FieldView.Kind.LONG_TEXT, "text", "内容").value("</textarea><script>alert(1)</script>\" onfocus=\"x");
        StepPage open = (StepPage) CaseSamples.step(false);
        StepPage page = new StepPage(open.room(), open.crumbs(), HeadView.of("<b>标题</b>"), "", List.of(), null, false, List.of(), FormView.post("f", "/x", "提交", List.of(field)), List.of(), List.of(), List.of());
        String html = answer(page, HttpStatus.OK).getContentAsString(StandardCharsets.UTF_8);
        assertThat(html).doesNotContain("<script>alert").doesNotContain("<b>标题").contains("&lt;script&gt;");
    }

    @Test
    @DisplayName("页面以完整的一份送出，不缓存；状态由控制器决定")
    void answersWhole() throws Exception {
        MockHttpServletResponse response = answer(ErrorPage.notFound(), HttpStatus.NOT_FOUND);
        assertThat(response.getContentType()).isEqualTo("text/html;charset=UTF-8");
        assertThat(response.getContentLength()).isEqualTo(response.getContentAsByteArray().length);
        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(ErrorPage.notFound().view(HttpStatus.NOT_FOUND).getStatus()).isEqualTo(HttpStatus.NOT_FOUND);
    }

    @Test
    @DisplayName("页框里没有当事的页面时报错，而不是送出半页")
    void failsBeforeTheFirstByte() {
        MockHttpServletResponse response = new MockHttpServletResponse();
        JteView view = new JteView(engine, "page/worklist", request -> Samples.frame(), () -> new English(Map.of()));
        assertThatThrownBy(() -> view.render(Map.of("page", "not a page"), new MockHttpServletRequest(), response));
        assertThat(response.getContentAsByteArray()).isEmpty();
    }

    private MockHttpServletResponse answer(Page page, HttpStatus status) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        new JteView(engine, page.template(), request -> Samples.frame(), () -> new English(Map.of())).render(page.view(status).getModel(), new MockHttpServletRequest(), response);
        return response;
    }

    @Test
    @DisplayName("用到的图标都在图标表里，图标表里没有多余的")
    void knowsItsIcons() throws IOException {
        Set<String> sheet = found("symbol id=\"i-([a-z0-9-]+)\"", Path.of("src/main/resources/static/assets/icons.svg"));
        Set<String> words = new TreeSet<>();
        try (Stream<Path> files = Stream.of(Path.of("src/main/jte"), Path.of("src/main/java/org/fengqiao/ui")).flatMap(TemplatesTest::walk)) {
            for (Path file : files.toList()) {
                assertThat(sheet).as(file.toString()).containsAll(found("icon\\(name = \"([a-z0-9-]+)\"", file));
                words.addAll(found("\"([a-z0-9-]+)\"", file));
            }
        }
        Set<String> forControllers = Set.of("calendar", "download", "upload", "printer", "git-compare", "plus", "file-text", "external-link", "eye", "settings", "users", "certificate", "calculator", "language");
        assertThat(words).containsAll(sheet.stream().filter(icon -> !forControllers.contains(icon)).toList());
        for (ClockState state : ClockState.values()) {
            assertThat(sheet).contains(state.icon());
        }
        for (Room room : Room.values()) {
            assertThat(sheet).contains(room.icon());
        }
    }

    private static Stream<Path> walk(Path folder) {
        try {
            return Files.walk(folder).filter(Files::isRegularFile);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Set<String> found(String pattern, Path file) throws IOException {
        Set<String> found = new TreeSet<>();
        Matcher matcher = Pattern.compile(pattern).matcher(Files.readString(file));
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    @Test
    @DisplayName("中文和英文用语一一对应；每个房间都有名称")
    void saysTheSameInBothLanguages() throws IOException {
        Properties chinese = bundle("messages.properties");
        Properties english = bundle("messages_en.properties");
        assertThat(english.keySet()).isEqualTo(chinese.keySet());
        for (Room room : Room.values()) {
            assertThat(Words.in(Locale.SIMPLIFIED_CHINESE, room.word())).isNotBlank();
        }
        assertThat(Words.in(Locale.ENGLISH, "skip")).isEqualTo("Skip to content");
        assertThat(Words.in(Locale.FRENCH, "skip")).isEqualTo("跳到正文");
        assertThatThrownBy(() -> Words.in(Locale.ENGLISH, "no.such.key")).isInstanceOf(java.util.MissingResourceException.class);
    }

    private static Properties bundle(String name) throws IOException {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(Path.of("src/main/resources", name))) {
            properties.load(reader);
        }
        return properties;
    }

    @Test
    @DisplayName("静态文件的地址随内容变化，没有的文件不给地址")
    void namesFilesByContent() {
        assertThat(Assets.url("fengqiao.css")).matches("/assets/fengqiao\\.css\\?v=[0-9a-f]{12}");
        assertThat(Assets.url("fengqiao.js")).isNotEqualTo(Assets.url("fengqiao.css"));
        assertThatThrownBy(() -> Assets.url("no-such.css")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("样式表不依赖旧浏览器没有的选择器")
    void staysWithOldSelectors() throws IOException {
        String css = Files.readString(Path.of("src/main/resources/static/assets/fengqiao.css"));
        assertThat(css).doesNotContain(":has(").doesNotContain(":is(").doesNotContain(":where(").doesNotContain("clip-path").doesNotContain("color-mix").doesNotContain("@import").doesNotContain("@layer").doesNotContain("url(");
    }
}
