package market;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

final class CatalogueReader {
  private static final String SAX = "http://xml.org/sax/features/";
  private static final String XERCES = "http://apache.org/xml/features/";

  private static DocumentBuilderFactory factory() throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature(XERCES + "disallow-doctype-decl", false);
    factory.setFeature(XERCES + "nonvalidating/load-external-dtd", false);
    factory.setFeature(SAX + "external-general-entities", true);
    factory.setFeature(SAX + "external-parameter-entities", false);
    factory.setXIncludeAware(false);
    return factory;
  }

  List<String> titles(InputStream upload) throws Exception {
    Document catalogue = factory().newDocumentBuilder().parse(upload);
    NodeList nodes = catalogue.getElementsByTagName("title");
    List<String> titles = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      titles.add(nodes.item(i).getTextContent());
    }
    return titles;
  }
}
