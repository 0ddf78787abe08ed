package org.fengqiao.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntConsumer;
import javax.sql.DataSource;
import org.fengqiao.cases.Cases;
import org.fengqiao.intake.Mapping.Unfit;
import org.fengqiao.office.Office;
import org.fengqiao.office.Person;
import org.fengqiao.procedure.Act;
import org.fengqiao.procedure.Decision;
import org.fengqiao.procedure.Definition;
import org.fengqiao.procedure.Reason;
import org.fengqiao.record.Records;

/// 收件: takes deliveries of other systems in, fifty lines a commit; a line is counted once however often it is sent.
///
/// An accepted line and the case it opened are written in one transaction, so that a crash leaves neither without the
/// other and the same delivery can simply be sent again.
public final class Intake {

    private static final int LINES_A_COMMIT = 50;

    private final Cases cases;
    private final DataSource source;
    private final Mapping mapping;

    Intake(Cases cases, DataSource source, Mapping mapping) {
        this.cases = cases;
        this.source = source;
        this.mapping = mapping;
    }

    /// The person under whose name a delivery is registered when nobody is named: the first registrar present today.
    Optional<String> firstRegistrar() {
        LocalDate today = cases.clock().today();
        return cases.office().holders("registrar", today).stream()
                .filter(p -> p.leaveOn(today).isEmpty())
                .map(Person::id)
                .filter(this::mayReceive)
                .findFirst();
    }

    boolean mayReceive(String user) {
        LocalDate today = cases.clock().today();
        Office office = cases.office();
        return cases.access().may(office, user, "intake", "act", today)
                && cases.access().mayAct(office, user, Requests.PROCEDURE, today);
    }

    /// Takes a delivery in.
    ///
    /// @param registrar a person who may receive
    /// @param progress is told how many lines are done
    Receipt receive(Channel channel, List<Line> lines, String registrar, IntConsumer progress) throws SQLException {
        Requests requests = new Requests(mapping, channel);
        UUID delivery = UUID.randomUUID();
        Tally tally = new Tally();
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            Shelf shelf = new Shelf(connection, channel, delivery);
            try {
                shelf.stage(lines, l -> externalId(requests, l));
                connection.commit();
                for (int from = 0; from < lines.size(); from += LINES_A_COMMIT) {
                    List<Line> some = lines.subList(from, Math.min(lines.size(), from + LINES_A_COMMIT));
                    take(connection, shelf, requests, some, registrar, tally);
                    connection.commit();
                    progress.accept(from + some.size());
                }
                shelf.clear();
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
        return new Receipt(tally.cases.size(), tally.duplicate, tally.rejected, tally.cases);
    }

    private static final class Tally {
        private final List<String> cases = new ArrayList<>();
        private final List<Receipt.Rejected> rejected = new ArrayList<>();
        private int duplicate;
    }

    private static @org.jspecify.annotations.Nullable String externalId(Requests requests, Line line) {
        try {
            return line.fields() == null ? null : requests.externalId(line.fields());
        } catch (Unfit e) {
            return null;
        }
    }

    /// One commit's worth. The channel is locked, so that the same number in two deliveries at once is one case.
    private void take(Connection connection, Shelf shelf, Requests requests, List<Line> lines, String registrar, Tally tally)
            throws SQLException {
        shelf.lock();
        Set<String> before = new HashSet<>(shelf.acceptedAmong(lines.getFirst().number(), lines.getLast().number()));
        Office office = cases.office();
        Definition definition = cases.definitions().inForce(Requests.PROCEDURE, cases.clock().today()).orElseThrow();
        for (Line line : lines) {
            String externalId = null;
            try {
                if (line.fields() == null) {
                    throw new Unfit(String.valueOf(line.trouble()));
                }
                externalId = requests.externalId(line.fields());
                if (before.contains(externalId)) {
                    tally.duplicate++;
                    shelf.settle(line, externalId);
                    continue;
                }
                Act act = requests.registration(line.fields(), externalId, registrar, cases.clock().now());
                String number = open(connection, definition, act, office);
                shelf.settle(line, externalId);
                before.add(externalId);
                tally.cases.add(number);
            } catch (Unfit e) {
                shelf.reject(line, externalId, e.getMessage());
                tally.rejected.add(new Receipt.Rejected(line.number(), e.getMessage()));
            }
        }
    }

    private String open(Connection connection, Definition definition, Act act, Office office) throws SQLException {
        return switch (cases.deciding().decide(definition, null, act, office, cases.clock().today())) {
            case Decision.Accepted accepted -> {
                Records.Append append = cases.append(accepted, null, office, null, null, null);
                yield cases.records().appendWithin(connection, append).state().number();
            }
            case Decision.Refused(List<Reason> reasons) -> throw new Unfit(
                    String.join("；", reasons.stream().map(Reason::text).distinct().toList()));
            case Decision.Draft _ -> throw new Unfit("登记须第二名人员确认，不能成批登记");
        };
    }
}
