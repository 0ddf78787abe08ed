package org.fengqiao.contract;

import java.io.IOException;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.fengqiao.cases.CaseEvidence;
import org.fengqiao.cases.Cases;
import org.fengqiao.cases.Refusal;
import org.fengqiao.record.Records;
import org.springframework.stereotype.Component;

/// 送审稿: the files of a review case as drafts of the contract, oldest first.
@Component
class Drafted {

    private static final String PURPOSE = "合同审查";

    private final Cases cases;
    private final CaseEvidence evidence;

    Drafted(Cases cases, CaseEvidence evidence) {
        this.cases = cases;
        this.evidence = evidence;
    }

    /// A review case with its files as one person sees it.
    record File(Records.Known known, List<CaseEvidence.Item> items, String user) {

        Optional<CaseEvidence.Item> item(String id) {
            return items.stream().filter(i -> i.id().equals(id)).findFirst();
        }
    }

    /// What came of reading one file: its text, or why there is none.
    record Opened(CaseEvidence.Item item, @org.jspecify.annotations.Nullable ContractText text, String why) {

        /// “送审稿”：PDF 是扫描件……
        String sentence() {
            return "“" + item.title() + "”：" + why;
        }
    }

    File of(Principal user, String number) {
        Records.Known known = cases.see(user.getName(), number)
                .filter(k -> k.state().procedure().equals(Review.PROCEDURE))
                .orElseThrow(() -> Refusal.notFound("没有您可以查看的合同审查件 " + number));
        return new File(known, evidence.of(known), user.getName());
    }

    Opened open(File file, CaseEvidence.Item item) {
        if (item.size() > ContractFile.LARGEST) {
            return new Opened(item, null, "文件有 " + (item.size() >> 20) + " MB，超过 30 MB，不能对照；请另存为不含图片的文本。");
        }
        try {
            return new Opened(item, ContractFile.read(evidence.read(file.user(), file.known(), item, PURPOSE)), "");
        } catch (ContractFile.Unreadable e) {
            return new Opened(item, null, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return new Opened(item, null, "文件不在证据库中。");
        }
    }
}
