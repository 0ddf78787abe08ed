package org.fengqiao.law;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// The paragraphs of a Word file (docx), in order, as plain lines.
final class WordParagraphs {

    private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    /// A law is some hundred kilobytes; what unpacks to more than this is not one.
    private static final int LARGEST = 64 << 20;

    private WordParagraphs() {}

    /// @throws IOException when the bytes are no Word file
    static List<String> of(byte[] file) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("word/document.xml")) {
                    byte[] content = zip.readNBytes(LARGEST + 1);
                    if (content.length > LARGEST) {
                        throw new IOException("the document inside is too large");
                    }
                    return paragraphs(new ByteArrayInputStream(content));
                }
                passOver(zip);
            }
        } catch (XMLStreamException e) {
            throw new IOException("the document inside is damaged", e);
        }
        throw new IOException("it is not a Word file (docx)");
    }

    /// Pictures and the like; a file made to unpack without end is left alone.
    private static void passOver(ZipInputStream zip) throws IOException {
        byte[] some = new byte[1 << 16];
        long passed = 0;
        for (int n = zip.read(some); n >= 0; n = zip.read(some)) {
            passed += n;
            if (passed > LARGEST) {
                throw new IOException("a part of it unpacks to more than " + (LARGEST >> 20) + " MB");
            }
        }
    }

    private static List<String> paragraphs(InputStream xml) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        // A document from outside must not make us read other files.
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader reader = factory.createXMLStreamReader(xml);
        List<String> all = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        while (reader.hasNext()) {
            int event = reader.next();
            if (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_ELEMENT || !WORD.equals(reader.getNamespaceURI())) {
                continue;
            }
            String name = reader.getLocalName();
            if (event == XMLStreamConstants.END_ELEMENT) {
                if (name.equals("p")) {
                    all.add(text.toString());
                    text.setLength(0);
                }
            } else if (name.equals("t")) {
                text.append(reader.getElementText());
            } else if (name.equals("tab")) {
                text.append(' ');
            } else if (name.equals("br") || name.equals("cr")) {
                all.add(text.toString());
                text.setLength(0);
            }
        }
        return all;
    }
}
