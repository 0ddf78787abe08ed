package org.fengqiao.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;

/// The addresses to which the words of a PDF lead.
public final class LinksOfPdf {

    private LinksOfPdf() {}

    public static List<String> in(byte[] bytes) throws IOException {
        List<String> all = new ArrayList<>();
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            for (PDPage page : pdf.getPages()) {
                for (PDAnnotation annotation : page.getAnnotations()) {
                    all.add(((PDActionURI) ((PDAnnotationLink) annotation).getAction()).getURI());
                }
            }
        }
        return all;
    }
}
