package org.fengqiao.search;

/// 相近: how alike every article is to one direction. At the size of a national collection comparing all of them takes
/// a few milliseconds and misses nothing.
final class Likeness {
    final float[] all;
    final float[] textBest;
    final float[] chapterBest;
    final float best;
    private final float mean;
    private final float spread;

    Likeness(Shelf shelf, float[] all) {
        this.all = all;
        textBest = new float[shelf.textCount()];
        chapterBest = new float[shelf.chapterCount()];
        float most = 0;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < all.length; i++) {
            float c = all[i];
            sum += c;
            squares += c * c;
            most = Math.max(most, c);
            textBest[shelf.text(i)] = Math.max(textBest[shelf.text(i)], c);
            chapterBest[shelf.chapter(i)] = Math.max(chapterBest[shelf.chapter(i)], c);
        }
        best = most;
        mean = (float) (sum / all.length);
        spread = (float) Math.sqrt(Math.max(1e-9, squares / all.length - mean * mean));
    }

    /// The likeness of an article by the spread of all.
    float spread(int i) {
        return spread == 0 ? 0 : (all[i] - mean) / spread;
    }
}
