package org.fengqiao.procedure;

import java.time.LocalDate;
import org.fengqiao.calendar.WorkingDays;
import org.fengqiao.law.Laws;
import org.fengqiao.office.Office;
import org.fengqiao.office.OfficeFile;

/// A penalty in six steps, sound as it stands; each test breaks one thing in it.
final class SmallPenalty {

    static final Laws LAWS = Laws.load();
    static final Office OFFICE = OfficeFile.read(SmallPenalty.class.getResourceAsStream("/demo/office.yaml"));

    private static final LocalDate FROM = LocalDate.of(2021, 7, 15);

    static final String YAML = """
            procedure: small-penalty
            title: 小处罚
            basis: administrative-penalty-law@2021-07-15
            stages:
              clue: 线索
              noticed: 已告知
              decided: 已决定
              closed: { title: 结案, final: true }
              dropped: { title: 不予处罚, final: true }
            questions:
              minor: { title: 违法行为是否轻微, basis: "33.1" }
            clocks:
              decision: { kind: duty, title: 决定期限, budget: 90 calendar-days, basis: "60" }
              statement: { kind: window, title: 陈述申辩期限, budget: 5 working-days, roll: forward, basis: "45.1" }
              payment: { kind: term, title: 缴款期限, budget: 15 calendar-days, roll: forward, basis: "67.3" }
            documents:
              notice: { title: 告知书, served: true, basis: "44" }
            parties: { at-least: 1, at-most: 1 }
            opening:
              step: filed
              title: 立案
              basis: "54.2"
              by: { post: office-head }
              to: clue
              clocks: { start: [decision] }
            steps:
              - step: noticed
                title: 告知
                basis: "44"
                in: [clue]
                to: noticed
                by: { post: enforcement-officer, officers: { at-least: 2, certified: true, basis: "42.1" } }
                ask: [minor]
                documents: [notice]
              - step: notice-served
                title: 送达告知书
                basis: "61.1"
                in: [noticed]
                by: { post: enforcement-officer }
                form:
                  - { field: party, title: 当事人, type: party }
                  - { field: served-on, title: 送达日期, type: date }
                serves: notice
                clocks: { start: [statement] }
              - step: decided
                title: 决定处罚
                basis: "57.1.1"
                in: [noticed]
                to: decided
                by: { post: deputy-head, differs-from: [filed, noticed] }
                when:
                  - { served: notice, basis: "62" }
                  - { lapsed: statement, basis: "45.1" }
                  - { answered: minor, as: ["no"], basis: "33.1" }
                form: [ { field: fine, title: 罚款, type: money } ]
                always-before: [noticed]
                clocks: { start: [payment], end: [decision] }
              - step: not-punished
                title: 不予处罚
                basis: "57.1.2"
                in: [noticed]
                to: dropped
                by: { post: deputy-head }
                when: { answered: minor, as: ["yes"], basis: "33.1" }
                clocks: { end: [decision] }
              - step: paid
                title: 缴款结案
                basis: "67.3"
                in: [decided]
                to: closed
                by: { post: finance-officer }
                when:
                  - { kind: paid-in-full, in: ["yes"], basis: "67.3" }
                form: [ { field: paid-in-full, title: 是否缴清, type: choice, question: true, options: { yes: 缴清, no: 没有缴清 } } ]
                clocks: { end: [payment] }
            never:
              - { step: decided, without: [notice-served], basis: "62" }
            """;

    private SmallPenalty() {}

    static Definition with(String... replacements) {
        return Definitions.read(LAWS, "small-penalty", FROM, text(replacements));
    }

    /// The text with each odd argument replaced by the one after it.
    static String text(String... replacements) {
        String yaml = YAML;
        for (int i = 0; i < replacements.length; i += 2) {
            if (!yaml.contains(replacements[i])) {
                throw new IllegalArgumentException("nothing to break: " + replacements[i]);
            }
            yaml = yaml.replace(replacements[i], replacements[i + 1]);
        }
        return yaml;
    }

    /// One more step, to be put before the prohibitions.
    static String[] andStep(String step) {
        return new String[] {"never:\n", step.indent(2) + "never:\n"};
    }

    static Proof prove(String... replacements) {
        return new Prover(LAWS, WorkingDays.announced(), OFFICE, Budget.starting()).prove(with(replacements));
    }
}
