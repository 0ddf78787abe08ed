package org.fengqiao.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.fengqiao.law.Laws;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The figures of a period as JSON, for the interface and for the file beside a report.
final class ReckoningJson {

    private final Laws laws;

    ReckoningJson(Laws laws) {
        this.laws = laws;
    }

    /// @param query what every link to case lists carries, such as `?month=3`; may be empty
    ObjectNode write(Reckoning reckoning, String query) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        Period period = reckoning.period();
        body.put("year", period.year()).put("from", period.from().toString()).put("cutOff", period.to().toString());
        body.put("office", reckoning.office());
        ArrayNode all = body.putArray("figures");
        reckoning.figures().forEach(f -> figure(f, all.addObject(), period.year(), query));
        ArrayNode balances = body.putArray("balances");
        reckoning.balances().forEach(b -> balance(b, balances.addObject()));
        body.put("publishable", reckoning.publishable());
        return body;
    }

    private void figure(Figure figure, ObjectNode json, int year, String query) {
        Indicator i = figure.indicator();
        json.put("id", i.id()).put("number", i.number()).put("group", i.group()).put("title", i.title());
        if (figure.isRate()) {
            if (figure.base() == 0) {
                json.putNull("value");
            } else {
                json.put("value", Words.percent(figure.counted(), figure.base()));
            }
        } else if (figure.isMoney()) {
            json.put("value", BigDecimal.valueOf(figure.counted(), 2)).put("fen", figure.counted());
        } else {
            json.put("value", figure.counted());
        }
        json.put("unit", i.unit()).put("definition", i.definition());
        if (i.count() != null) {
            json.put("counts", i.count().counts().name().toLowerCase(Locale.ROOT));
        }
        if (figure.isRate()) {
            json.put("numerator", figure.counted()).put("denominator", figure.base());
            json.put("numeratorFigure", i.rate().of()).put("denominatorFigure", i.rate().base());
        }
        json.put("cases", figure.cases());
        String url = "/api/v1/reports/" + year + "/figures/" + i.id() + "/cases" + query;
        json.put("casesUrl", url);
        ArrayNode basis = json.putArray("basis");
        i.basis().forEach(c -> basis.add(laws.display(c)));
        if (i.split()) {
            ArrayNode parts = json.putArray("parts");
            for (Figure.Part p : figure.parts()) {
                parts.addObject().put("value", p.value()).put("title", p.title()).put("count", p.counted()).put("cases", p.cases())
                        .put("casesUrl", url + (query.isEmpty() ? "?" : "&") + "part=" + p.value());
            }
        }
    }

    private static void balance(Balance balance, ObjectNode json) {
        json.put("title", balance.title());
        terms(balance.left(), json.putArray("left"));
        terms(balance.right(), json.putArray("right"));
        json.put("relation", balance.relation().sign());
        json.put("holds", balance.holds()).put("difference", balance.difference());
        if (!balance.differences().isEmpty()) {
            ArrayNode cases = json.putArray("cases");
            balance.differences().forEach(d -> cases.addObject().put("number", d.number()).put("left", d.left()).put("right", d.right()));
        }
    }

    private static void terms(List<Balance.Term> terms, ArrayNode json) {
        terms.forEach(t -> json.addObject().put("figure", t.figure()).put("title", t.words()).put("value", t.number()));
    }
}
