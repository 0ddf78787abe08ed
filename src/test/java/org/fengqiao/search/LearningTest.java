package org.fengqiao.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("排序学习：从问答对里学，学到的说得清、存得下")
class LearningTest {

    @TempDir
    Path folder;

    private static List<TreeTraining.Sample> samples() {
        Random random = new Random(7);
        List<TreeTraining.Sample> all = new ArrayList<>();
        for (int q = 0; q < 60; q++) {
            float[][] features = new float[40][Feature.COUNT];
            boolean[] right = new boolean[40];
            for (int i = 0; i < 40; i++) {
                for (int f = 0; f < Feature.COUNT; f++) {
                    features[i][f] = random.nextFloat();
                }
                right[i] = i == 13;
            }
            features[13][3] += 0.8f;
            all.add(new TreeTraining.Sample(features, right, 1));
        }
        return all;
    }

    @Test
    @DisplayName("对的总在第三个特征上高一些：学过以后排到前面，没学的排不到")
    void putsTheRightOnesInFront() {
        List<TreeTraining.Sample> samples = samples();
        Trees trees = new TreeTraining(samples).grow(30, 0.1f, n -> {});
        assertThat(samples.stream().filter(s -> first(s, trees) == 13).count()).isGreaterThan(45);
        assertThat(samples.stream().filter(s -> first(s, new Trees(List.of())) == 13).count()).isZero();
        assertThat(new TreeTraining(samples()).grow(30, 0.1f, n -> {}).of(samples.getFirst().features()[0])).isEqualTo(trees.of(samples.getFirst().features()[0]));
    }

    private static int first(TreeTraining.Sample s, Trees trees) {
        int best = 0;
        for (int i = 1; i < s.features().length; i++) {
            best = trees.of(s.features()[i]) > trees.of(s.features()[best]) ? i : best;
        }
        return best;
    }

    private static Line.Sample measured(TreeTraining.Sample s) {
        return new Line.Sample(Line.standardised(s.features()), s.right(), s.weight());
    }

    @Test
    @DisplayName("直线：几十个问题就学得出哪个特征管用；管用的得正权，不管用的接近零；同样的样本学出同样的线")
    void weighsTheFeatureThatTells() {
        List<Line.Sample> samples = samples().stream().map(LearningTest::measured).toList();
        Line line = Line.learn(samples);
        assertThat(samples.stream().filter(s -> first(line.of(s.features())) == 13).count()).isGreaterThan(45);
        for (int f = 0; f < Feature.COUNT; f++) {
            if (f != 3) {
                assertThat(Math.abs(line.weights()[f])).isLessThan(line.weights()[3] / 2);
            }
        }
        assertThat(Line.learn(samples)).isEqualTo(line);
    }

    private static int first(float[] scores) {
        int best = 0;
        for (int i = 1; i < scores.length; i++) {
            best = scores[i] > scores[best] ? i : best;
        }
        return best;
    }

    @Test
    @DisplayName("特征按同一问题的候选来量：都一样的等于零，离得再远也有限，只有一条候选时不分先后")
    void measuresWithinOneQuestion() {
        float[][] features = new float[100][2];
        for (float[] f : features) {
            f[0] = 7;
        }
        features[42][1] = 1e6f;
        float[][] measured = Line.standardised(features);
        assertThat(measured[42]).containsExactly(0, 8);
        assertThat(measured[0][1]).isBetween(-1f, 0f);
        assertThat(Line.standardised(new float[][] {{3, 5}})[0]).containsExactly(0, 0);
        assertThat(Line.standardised(new float[0][])).isEmpty();
    }

    @Test
    @DisplayName("问“根据哪条法律规定”的用自己的线，讲事情的用另一条")
    void choosesTheLineByTheManner() {
        float[] upward = new float[Feature.COUNT];
        upward[Feature.LENGTH.ordinal()] = 1;
        float[] downward = new float[Feature.COUNT];
        downward[Feature.LENGTH.ordinal()] = -1;
        Order order = new Order(new Trees(List.of()), new Line(upward), new Line(downward));
        float[][] features = new float[3][Feature.COUNT];
        for (int i = 0; i < 3; i++) {
            features[i][Feature.LENGTH.ordinal()] = i;
        }
        assertThat(first(order.of(features))).isEqualTo(2);
        for (float[] f : features) {
            f[Feature.ASKS_BY_LAW.ordinal()] = 1;
        }
        assertThat(first(order.of(features))).isZero();
        assertThat(order.of(new float[0][])).isEmpty();
    }

    @Test
    @DisplayName("转向：学过以后，问题的方向离对的条文更近，离像而不是的更远")
    void turnsAQuestionTowardsItsArticles() {
        float[] asked = SmallShelf.MEANING.ofQuestion("老板不发钱");
        float[] right = SmallShelf.MEANING.ofArticle("用人单位不得拖欠劳动者工资");
        float[] wrong = SmallShelf.MEANING.ofArticle("老板应当按照规定发放钱款收据");
        Turning turning = Turning.learn(List.of(new Turning.Lesson(asked, new int[] {0}, new int[] {1}, 1)), i -> i == 0 ? right : wrong);
        byte[] before = VectorStore.rounded(asked);
        byte[] after = turning.apply(before);
        assertThat(cosine(after, right) - cosine(after, wrong)).isGreaterThan(cosine(before, right) - cosine(before, wrong) + 0.01);
        assertThat(cosine(Turning.none().apply(before), right)).isEqualTo(cosine(before, right));
    }

    private static double cosine(byte[] a, float[] b) {
        double sum = 0;
        for (int k = 0; k < b.length; k++) {
            sum += a[k] * Experience.scale(a) * b[k];
        }
        return Math.round(sum * 1e4) / 1e4;
    }

    @Test
    @DisplayName("存下再读出来，排出的次序一样；别的版本的文件不收")
    void survivesBeingWritten() throws Exception {
        Trees trees = new TreeTraining(samples()).grow(5, 0.1f, n -> {});
        Line told = Line.learn(samples().stream().map(LearningTest::measured).toList());
        byte[] question = VectorStore.rounded(SmallShelf.MEANING.ofQuestion("邻居漏水"));
        Path file = folder.resolve("ranking");
        new Ranking("test", List.of(new Experience.Pair(question, List.of("民法典#290"))), Turning.none(), new Order(trees, told, told)).write(file);
        Ranking read = Ranking.read(Files.newInputStream(file));
        assertThat(read.pairs().getFirst().question()).isEqualTo(question);
        assertThat(read.pairs().getFirst().articles()).containsExactly("民法典#290");
        float[][] features = samples().getFirst().features();
        assertThat(read.order().of(features)).containsExactly(new Order(trees, told, told).of(features));
        assertThatThrownBy(() -> Ranking.read(new ByteArrayInputStream("something else".getBytes(StandardCharsets.UTF_8)))).isInstanceOf(IOException.class);
    }

    @Test
    @DisplayName("自己训练的排序坏了，或者是别的版本的：照常开门，用随产品来的")
    void fallsBackToTheShippedRanking() throws Exception {
        String shipped = Ranking.shipped().origin();
        Files.writeString(folder.resolve("ranking"), "half a file");
        assertThat(Ranking.of(folder).origin()).isEqualTo(shipped);
        Files.write(folder.resolve("ranking"), new byte[0]);
        assertThat(Ranking.of(folder).origin()).isEqualTo(shipped);
    }

    @Test
    @DisplayName("类似的问题由哪一条答过，这一条就更靠前；问别的事不受影响")
    void remembersWhatAnsweredSimilarQuestions() {
        try (SmallShelf shelf = new SmallShelf(folder).indexed()) {
            byte[] past = VectorStore.rounded(SmallShelf.MEANING.ofQuestion("邻居家的狗整夜叫怎么办"));
            Experience experience = new Experience(shelf.index.shelf(), List.of(new Experience.Pair(past, List.of("治安管理处罚法#64", "没有导入的法#1"))), Turning.none());
            int dog = number(shelf.index.shelf(), "A3");
            float near = experience.of(VectorStore.rounded(SmallShelf.MEANING.ofQuestion("邻居的狗晚上一直叫"))).nearest()[dog];
            float far = experience.of(VectorStore.rounded(SmallShelf.MEANING.ofQuestion("合伙企业怎么注销"))).nearest()[dog];
            assertThat(near).isGreaterThan(0.7f).isGreaterThan(far + 0.2f);
            assertThat(experience.articlePrior(dog)).isPositive();
            assertThat(experience.articlePrior(number(shelf.index.shelf(), "A1"))).isZero();
        }
    }

    private static int number(Shelf shelf, String id) {
        int n = 0;
        while (!shelf.passage(n).id().equals(id)) {
            n++;
        }
        return n;
    }

    @Test
    @DisplayName("召回和名次：一半在前五，另一半没找到")
    void measuresWhatWasFound() {
        Measures measures = new Measures();
        measures.add(List.of(9, 4, 8), Set.of(4, 5), 2);
        assertThat(measures.recallAt5()).isEqualTo(0.5);
        assertThat(measures.meanReciprocalRank()).isEqualTo(0.5);
        measures.add(List.of(1, 2), Set.of(3), 1);
        assertThat(measures.recallAt100()).isEqualTo(0.25);
    }

    @Test
    @DisplayName("切分与模型的词表一致：汉字一字一片，字母按词")
    void cutsAsTheModelWasTrained() throws Exception {
        WordPiece pieces = new WordPiece(JsonMapper.shared().readTree(LearningTest.class.getClassLoader().getResourceAsStream("bge-small-zh-v1.5-q-tokenizer.json")));
        assertThat(pieces.pieces("处罚法", 10)).hasSize(5).startsWith(101).endsWith(102);
        assertThat(pieces.pieces("处罚法第六十四条", 6)).hasSize(6).endsWith(102);
        assertThat(pieces.pieces("\u0001 \n", 10)).containsExactly(101, 102);
    }
}
