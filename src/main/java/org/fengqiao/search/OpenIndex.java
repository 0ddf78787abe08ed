package org.fengqiao.search;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import org.fengqiao.database.Home;
import org.fengqiao.door.Command;

/// The index of a home as the commands use it: opened, found to hold something, and closed with the model afterwards.
record OpenIndex(Home home, LawIndex index, Meaning meaning) implements AutoCloseable {

    /// @throws Command.Refused when nothing was indexed
    static OpenIndex of(Home home) {
        LawIndex index = new LawIndex(home.search());
        if (index.shelf().size() == 0) {
            index.close();
            throw new Command.Refused("Nothing is indexed yet; run law index first, and laws import PATH before it for the texts.");
        }
        return new OpenIndex(home, index, new Meaning());
    }

    LawSearch search() {
        return new LawSearch(index, meaning, Ranking.of(home.search()));
    }

    /// Reads `FILE[:weight],FILE...`.
    List<PairFile> pairs(String argument) {
        Shelf shelf = index.shelf();
        return Arrays.stream(argument.split(",")).map(name -> PairFile.read(name.strip(), shelf)).toList();
    }

    Training training(List<PairFile> files, PrintStream err) {
        return new Training(index.shelf(), meaning, files, line -> {
            err.print("\r" + line + "        ");
            err.flush();
        });
    }

    @Override
    public void close() {
        meaning.close();
        index.close();
    }
}
