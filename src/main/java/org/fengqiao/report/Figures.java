package org.fengqiao.report;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.fengqiao.calendar.WorkingDays;
import org.fengqiao.law.Laws;
import org.fengqiao.office.CatalogueItem;
import org.fengqiao.office.Office;
import org.fengqiao.procedure.Definitions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// 数据: counts a period from the record and opens every figure down to its cases.
public final class Figures {

    /// A longer tail is folded first; a shorter one is added as it is read.
    static final int LONGEST_TAIL = 200;

    private static final int DIFFERENCES_SHOWN = 20;
    private static final int PERIODS_KEPT = 24;
    private static final Logger LOG = LoggerFactory.getLogger(Figures.class);

    private final DataSource source;
    private final short office;
    private final Indicators indicators;
    private final Folding folding;
    private final Map<Asked, Map<Snapshot.Place, Snapshot.Counted>> counted = Collections.synchronizedMap(new LinkedHashMap<>(32, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, Map<Snapshot.Place, Snapshot.Counted>> eldest) {
            return size() > PERIODS_KEPT;
        }
    });

    /// A count once made holds for its period as long as nothing is folded and no act follows.
    private record Asked(Period period, Snapshot.Content content) {}

    Figures(DataSource source, short office, Indicators indicators, Membership membership) {
        this.source = source;
        this.office = office;
        this.indicators = indicators;
        this.folding = new Folding(source, office, indicators, membership);
    }

    /// The figures that ship with the product over an office's record.
    public static Figures of(DataSource source, short office, Definitions definitions, Laws laws, Supplier<WorkingDays> calendar) {
        Indicators indicators = Indicators.load(definitions, laws);
        return new Figures(source, office, indicators, new Membership(indicators, definitions, laws, calendar));
    }

    Indicators indicators() {
        return indicators;
    }

    Folding folding() {
        return folding;
    }

    /// All figures of a period.
    Reckoning of(Period period, Office names) {
        try {
            foldLongTail();
            try (Snapshot snapshot = new Snapshot(source, office, indicators, folding)) {
                return of(period, names, snapshot);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The figures could not be read: " + e.getMessage(), e);
        }
    }

    /// A snapshot for several questions that have to agree with each other.
    Snapshot snapshot() throws SQLException {
        foldLongTail();
        return new Snapshot(source, office, indicators, folding);
    }

    /// Figures are right without a fold, only slower; a fold that cannot write is no reason not to answer.
    void foldLongTail() throws SQLException {
        int stale;
        try (var connection = source.getConnection()) {
            stale = folding.stale(connection).size();
        }
        if (stale > LONGEST_TAIL) {
            try {
                folding.fold();
            } catch (SQLException e) {
                LOG.warn("The figures could not be folded and are counted from the record: {}", e.getMessage());
            }
        }
    }

    Reckoning of(Period period, Office names, Snapshot snapshot) throws SQLException {
        Map<Snapshot.Place, Snapshot.Counted> counted = counted(period, snapshot);
        Map<String, Figure> figures = new LinkedHashMap<>();
        indicators.figures().forEach((id, i) -> {
            if (i.count() != null) {
                figures.put(id, counted(i, i.count(), counted, names, period));
            }
        });
        List<Figure> all = new ArrayList<>();
        indicators.figures().forEach((id, i) -> {
            Indicator.Rate rate = i.rate();
            all.add(rate == null ? figures.get(id) : rate(i, figures.get(rate.of()), figures.get(rate.base())));
        });
        List<Balance> balances = new ArrayList<>();
        for (Balance b : balances(all, figures)) {
            balances.add(b.holds() ? b : b.with(differences(b, period, snapshot)));
        }
        return new Reckoning(period, names.name(), List.copyOf(all), List.copyOf(balances));
    }

    private Map<Snapshot.Place, Snapshot.Counted> counted(Period period, Snapshot snapshot) throws SQLException {
        Asked asked = new Asked(period, snapshot.content());
        Map<Snapshot.Place, Snapshot.Counted> known = counted.get(asked);
        if (known == null) {
            known = snapshot.counted(period);
            counted.put(asked, known);
        }
        return known;
    }

    private static Figure counted(
            Indicator i, Indicator.Count count, Map<Snapshot.Place, Snapshot.Counted> counted, Office names, Period period) {
        String at = count.at().word();
        Snapshot.Counted whole = Snapshot.Counted.NONE;
        if (count.only().isEmpty()) {
            whole = counted.getOrDefault(new Snapshot.Place(at, count.set(), null), Snapshot.Counted.NONE);
        }
        for (String part : count.only()) {
            whole = whole.plus(counted.getOrDefault(new Snapshot.Place(at, count.set(), part), Snapshot.Counted.NONE));
        }
        List<Figure.Part> parts = new ArrayList<>();
        titles(i, count, counted, names, period).forEach((value, title) -> {
            Snapshot.Counted c = counted.getOrDefault(new Snapshot.Place(at, count.set(), value), Snapshot.Counted.NONE);
            parts.add(new Figure.Part(value, title, count.money() ? c.amount() : c.keys(), c.cases()));
        });
        return new Figure(i, count.money() ? whole.amount() : whole.keys(), 0, whole.cases(), List.copyOf(parts));
    }

    private static Map<String, String> titles(
            Indicator i, Indicator.Count count, Map<Snapshot.Place, Snapshot.Counted> counted, Office names, Period period) {
        String catalogue = i.catalogue();
        if (catalogue == null) {
            return i.parts();
        }
        Map<String, String> titles = new TreeMap<>();
        if (i.floor() != null) {
            names.people().values().forEach(p -> titles.put(p.id(), p.name()));
        }
        counted.keySet().forEach(p -> {
            String part = p.part();
            if (part != null && !part.isEmpty() && p.set().equals(count.set()) && p.at().equals(count.at().word())) {
                titles.put(part, title(catalogue, part, names, period));
            }
        });
        return titles;
    }

    private static String title(String catalogue, String part, Office names, Period period) {
        return switch (catalogue) {
            case Indicator.PEOPLE -> names.nameOf(part);
            case Indicator.UNITS -> names.units().getOrDefault(part, part);
            default -> names.item(catalogue, part, period.to())
                    .or(() -> names.catalogue().stream().filter(x -> x.catalogue().equals(catalogue) && x.id().equals(part)).findFirst())
                    .map(CatalogueItem::title)
                    .orElse(part);
        };
    }

    private static Figure rate(Indicator i, Figure of, Figure base) {
        return new Figure(i, of.counted(), base.counted(), base.cases(), List.of());
    }

    private List<Balance> balances(List<Figure> all, Map<String, Figure> counted) {
        List<Balance> balances = new ArrayList<>();
        for (Equation e : indicators.equations()) {
            balances.add(new Balance(e.title(), terms(e.left(), counted), terms(e.right(), counted), Balance.Relation.EQUAL, List.of()));
        }
        for (Figure f : all) {
            Indicator.Rate rate = f.indicator().rate();
            if (rate != null) {
                balances.add(new Balance(
                        f.indicator().title() + "：分子不大于分母", terms(List.of(rate.of()), counted),
                        terms(List.of(rate.base()), counted), Balance.Relation.AT_MOST, List.of()));
            }
            if (f.indicator().split()) {
                List<Balance.Term> parts = f.parts().stream()
                        .map(p -> new Balance.Term(f.indicator().id(), p.title(), p.counted()))
                        .toList();
                balances.add(new Balance(
                        f.indicator().title() + "：各项之和等于合计", parts, terms(List.of(f.indicator().id()), counted),
                        Balance.Relation.EQUAL, List.of()));
            }
        }
        return balances;
    }

    private static List<Balance.Term> terms(List<String> ids, Map<String, Figure> figures) {
        return ids.stream()
                .map(figures::get)
                .map(f -> new Balance.Term(f.indicator().id(), f.indicator().title(), f.counted()))
                .toList();
    }

    /// The cases that count more often on one side than on the other.
    private List<Balance.Difference> differences(Balance balance, Period period, Snapshot snapshot) throws SQLException {
        Map<String, long[]> times = new TreeMap<>();
        boolean split = balance.left().stream().allMatch(t -> t.figure().equals(balance.right().getFirst().figure()));
        add(balance.left(), 0, split, times, period, snapshot);
        add(balance.right(), 1, false, times, period, snapshot);
        return times.entrySet().stream()
                .filter(e -> e.getValue()[0] != e.getValue()[1])
                .limit(DIFFERENCES_SHOWN)
                .map(e -> new Balance.Difference(e.getKey(), e.getValue()[0], e.getValue()[1]))
                .toList();
    }

    private void add(
            List<Balance.Term> side, int place, boolean declaredParts, Map<String, long[]> times, Period period,
            Snapshot snapshot) throws SQLException {
        for (String id : side.stream().map(Balance.Term::figure).distinct().toList()) {
            Indicator indicator = indicators.figures().get(id);
            Indicator.Count count = indicator.count();
            Indicator.Count read = declaredParts
                    ? new Indicator.Count(count.set(), count.at(), List.copyOf(indicator.parts().keySet()), count.money(), count.counts())
                    : count;
            for (Snapshot.Row row : snapshot.cases(period, read, 0, 0)) {
                times.computeIfAbsent(row.number(), n -> new long[2])[place] += count.money() ? row.amount() : row.times();
            }
        }
    }

    /// 案件清单: one page of the cases behind a figure.
    ///
    /// @param reckoning all figures of the same snapshot
    /// @param total     how many there are
    record CaseList(Reckoning reckoning, Figure figure, long total, int page, int size, List<Snapshot.Row> rows) {}

    /// The cases behind a figure; behind a rate, those of its denominator.
    ///
    /// @param part only this part, or empty
    Optional<CaseList> cases(Period period, Office names, String id, String part, int page, int size) {
        Indicator indicator = indicators.figures().get(id);
        if (indicator == null) {
            return Optional.empty();
        }
        try (Snapshot snapshot = snapshot()) {
            Reckoning reckoning = of(period, names, snapshot);
            Figure figure = reckoning.figure(id).orElseThrow();
            Indicator.Count count = behind(indicator);
            if (!part.isEmpty()) {
                count = new Indicator.Count(count.set(), count.at(), List.of(part), count.money(), count.counts());
            }
            long total = part.isEmpty()
                    ? figure.cases()
                    : figure.parts().stream().filter(p -> p.value().equals(part)).mapToLong(Figure.Part::cases).sum();
            return Optional.of(new CaseList(reckoning, figure, total, page, size, snapshot.cases(period, count, size, (long) (page - 1) * size)));
        } catch (SQLException e) {
            throw new IllegalStateException("The figures could not be read: " + e.getMessage(), e);
        }
    }

    Indicator.Count behind(Indicator indicator) {
        Indicator.Rate rate = indicator.rate();
        Indicator counted = rate == null ? indicator : indicators.figures().get(rate.base());
        return counted.count();
    }
}
