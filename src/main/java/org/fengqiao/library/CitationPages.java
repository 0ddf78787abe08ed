package org.fengqiao.library;

import java.io.IOException;
import java.security.Principal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.fengqiao.cases.Cases;
import org.fengqiao.cases.Days;
import org.fengqiao.law.CitationCheck;
import org.fengqiao.law.CitationFinding;
import org.fengqiao.law.Laws;
import org.fengqiao.law.PlainText;
import org.fengqiao.law.Texts;
import org.fengqiao.ui.ClockState;
import org.fengqiao.ui.FieldView;
import org.fengqiao.ui.FormView;
import org.fengqiao.ui.HeadView;
import org.fengqiao.ui.Link;
import org.fengqiao.ui.ListPage;
import org.fengqiao.ui.NoticeView;
import org.fengqiao.ui.Room;
import org.fengqiao.ui.TableView;
import org.fengqiao.ui.TableView.Cell;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// 引用核对: a text is pasted or a file brought, and every citation in it is judged; nothing of it is kept.
@Controller
class CitationPages {

    private static final int LONGEST = 200_000;
    private static final long LARGEST = 20L << 20;

    /// Each clause is looked for under every name that may stand before it.
    private static final int MOST_CLAUSES = 2_000;

    private final Laws laws;
    private final Texts texts;
    private final Cases cases;
    private final Reader reader;

    CitationPages(Laws laws, Texts texts, Cases cases, Reader reader) {
        this.laws = laws;
        this.texts = texts;
        this.cases = cases;
        this.reader = reader;
    }

    @GetMapping("/laws/citations")
    ModelAndView form(Principal user) {
        reader.mayRead(user, "citation-check");
        return page(form("", "", Wrong.NOTHING), List.of(), List.of(meanings())).view();
    }

    @PostMapping("/laws/citations")
    ModelAndView check(
            Principal user, @RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "") String on,
            @RequestParam(required = false) @Nullable MultipartFile file) {
        reader.mayRead(user, "citation-check");
        boolean brought = file != null && file.getOriginalFilename() != null && !file.getOriginalFilename().isEmpty();
        String words = text;
        if (brought) {
            try {
                if (file.getSize() > LARGEST) {
                    return wrong(text, on, Wrong.file("“" + file.getOriginalFilename() + "”超过 20 MB。请另存为不含图片的文本。"));
                }
                words = PlainText.of(file.getOriginalFilename(), file.getBytes());
            } catch (IOException e) {
                return wrong(text, on, Wrong.file("“" + file.getOriginalFilename() + "”读不出文字，可能已经损坏或者是别的格式。请另存为 .docx、.txt 或者 .md。"));
            }
        }
        String reason = unfit(words, brought);
        if (!reason.isEmpty()) {
            return wrong(text, on, brought ? Wrong.file(reason) : Wrong.text(reason));
        }
        LocalDate day;
        try {
            day = on.isBlank() ? CitationCheck.dayOf(words).orElse(cases.clock().today()) : LocalDate.parse(on);
        } catch (DateTimeException e) {
            return wrong(text, on, new Wrong("", "", "日期写成 2026-10-09。"));
        }
        List<CitationFinding> findings = new CitationCheck(laws, texts).check(words, day);
        return page(form(words, day.toString(), Wrong.NOTHING), List.of(notice(findings, day)), List.of(table(findings))).view();
    }

    private static String unfit(String words, boolean brought) {
        if (words.isBlank()) {
            return brought ? "这个文件里没有文字。" : "请粘贴文字或者选择文件。";
        }
        if (words.length() > LONGEST) {
            return "文字太长，一次最多二十万字。";
        }
        return words.chars().filter(c -> c == '条').count() > MOST_CLAUSES ? "引用太多，一次最多核对两千处，请分几次核对。" : "";
    }

    /// What is wrong with which field; empty words for a field that is right.
    private record Wrong(String text, String file, String day) {

        static final Wrong NOTHING = new Wrong("", "", "");

        static Wrong text(String why) {
            return new Wrong(why, "", "");
        }

        static Wrong file(String why) {
            return new Wrong("", why, "");
        }
    }

    private static ModelAndView wrong(String text, String on, Wrong wrong) {
        return page(form(text, on, wrong), List.of(), List.of(meanings())).view(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static FormView form(String text, String on, Wrong wrong) {
        return FormView.post("check", "/laws/citations", "核对引用", List.of(
                FieldView.of(FieldView.Kind.LONG_TEXT, "text", "文字").value(text).error(wrong.text()).help("粘贴决定书、报告或者合同的文字"),
                FieldView.of(FieldView.Kind.FILE, "file", "或者文件").error(wrong.file()).help("Word 文件（.docx）、.txt、.md；选了文件就以文件为准"),
                FieldView.of(FieldView.Kind.DATE, "on", "按哪一天核对").value(on).error(wrong.day()).help("不填：按文书末尾的日期；文书没有日期的，按今天"))).asPrimary();
    }

    private static ClockState state(CitationFinding.Outcome outcome) {
        return outcome.fault() ? ClockState.DISPUTED : outcome == CitationFinding.Outcome.CORRECT ? ClockState.MET : ClockState.PROVISIONAL;
    }

    private static NoticeView notice(List<CitationFinding> findings, LocalDate day) {
        long faults = findings.stream().filter(f -> f.outcome().fault()).count();
        long open = findings.stream().filter(f -> !f.outcome().fault() && f.outcome() != CitationFinding.Outcome.CORRECT).count();
        String asOf = "按 " + Days.full(day) + " 有效的版本核对。";
        if (findings.isEmpty()) {
            return NoticeView.of(NoticeView.Tone.INFO, "没有找到对法律条文的引用。", asOf);
        }
        if (faults > 0) {
            return NoticeView.of(NoticeView.Tone.BAD, faults + " 处引用有误，须改正" + (open > 0 ? "；" + open + " 处须人工核对。" : "。"), asOf);
        }
        return open > 0
                ? NoticeView.of(NoticeView.Tone.WARN, "没有发现错误，" + open + " 处须人工核对。", asOf)
                : NoticeView.of(NoticeView.Tone.DONE, findings.size() + " 处引用全部正确。", asOf);
    }

    /// What has to be corrected first, then what has to be looked at, then what is right; each in the order of the text.
    private static TableView table(List<CitationFinding> findings) {
        List<List<Cell>> rows = new ArrayList<>();
        for (int pass = 0; pass < 3; pass++) {
            for (CitationFinding f : findings) {
                int group = f.outcome().fault() ? 0 : f.outcome() == CitationFinding.Outcome.CORRECT ? 2 : 1;
                if (group == pass) {
                    rows.add(List.of(
                            f.url() == null ? Cell.of(f.written()) : Cell.link(f.written(), f.url(), ""),
                            Cell.of("第 " + f.line() + " 段第 " + f.column() + " 字"), Cell.tag(state(f.outcome()), f.outcome().chinese()), Cell.of(f.sentence())));
                }
            }
        }
        return TableView.of("findings", "核对结果", findings.size() + " 处引用", List.of("引用", "位置", "结果", "说明"), rows, "没有找到对法律条文的引用。");
    }

    /// Shown until something was checked: what the results will mean.
    private static TableView meanings() {
        List<List<Cell>> rows = List.of(
                List.of(Cell.of(CitationFinding.Outcome.CORRECT.chinese()), Cell.of("条款存在，那一天有效；有引文的，与条文一致")),
                List.of(Cell.of(CitationFinding.Outcome.NO_SUCH_CLAUSE.chinese()), Cell.of("那一天有效的版本没有所引的条、款、项；别的版本有的，会指出来")),
                List.of(Cell.of(CitationFinding.Outcome.NOT_IN_FORCE.chinese()), Cell.of("所引版本那一天已经无效或者还没有施行")),
                List.of(Cell.of(CitationFinding.Outcome.OTHER_WORDS.chinese()), Cell.of("引号里的话不在所引条款里；在别处的，会指出来")),
                List.of(Cell.of(CitationFinding.Outcome.WORDS_NOT_CHECKED.chinese()), Cell.of("条款存在，但是官方文本没有导入")),
                List.of(Cell.of(CitationFinding.Outcome.UNKNOWN_LAW.chinese()), Cell.of("库中没有这部法律或者这一版本，须人工核对")),
                List.of(Cell.of(CitationFinding.Outcome.UNCLEAR.chinese()), Cell.of("看不出是哪部法律的条文，系统不猜")));
        return TableView.of("meanings", "结果的含义", "", List.of("结果", "含义"), rows, "");
    }

    private static ListPage page(FormView form, List<NoticeView> notices, List<TableView> tables) {
        HeadView head = HeadView.of("引用核对", "条文是否存在、当日是否有效、引文是否一致", "文字不保存");
        return new ListPage(
                Room.LAWS, List.of(Link.to(Room.LAWS.href(), "法律法规")), head, List.of(), notices, List.of(), null, tables, null,
                List.of(new ListPage.SideForm("要核对的文字", "", form)));
    }
}
