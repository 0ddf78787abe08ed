package org.fengqiao.report;

import java.sql.SQLException;
import java.time.Duration;
import org.fengqiao.office.AfterOpening;
import org.springframework.beans.factory.ObjectProvider;

/// 随时折算: folds what has been recorded while nobody asks, so that whoever opens the figures does not wait for a year to be read.
final class FoldingFollower extends AfterOpening {

    private final ObjectProvider<Figures> figures;

    FoldingFollower(ObjectProvider<Figures> figures) {
        super("figures", Duration.ofSeconds(10), Duration.ofMinutes(5));
        this.figures = figures;
    }

    @Override
    protected void keepUp() throws SQLException {
        figures.getObject().foldLongTail();
    }
}
