package market;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.*;
import java.util.*;
import java.util.regex.Pattern;
import java.util.zip.*;
import javax.xml.parsers.*;
import lab.auth.*;
import lab.sql.Db;
import lab.web.*;
import org.w3c.dom.*;
import org.xml.sax.SAXException;

/** Takes in what merchants send for their shelves: offers as an XML feed, pictures as a zip archive. */
@Use(Catalog.class)
public class FeedImport {
    private static final Path MEDIA = Path.of("/srv/media");
    private static final Pattern PICTURE = Pattern.compile("(?i)[^\\\\]+\\.(jpg|png|webp)");
    private static final int PICTURE_MAX_BYTES = 4 << 20;
    private static final int ENTRIES_MAX = 200;

    @Post("/imports")
    public Response importFeed(Request request) {
        Principal caller = Auth.require(request);
        Element feed = parse(request.body());
        String merchant = feed.getAttribute("merchant");
        if (!caller.hasRole("catalog-ops") && !merchant.equals(caller.claim("merchant"))) {
            throw new HttpError(403, "a feed of another merchant");
        }
        if (!Catalog.isActive(merchant)) throw new HttpError(422, "the feed names no active merchant");
        NodeList offers = feed.getElementsByTagName("offer");
        Db.transaction(() -> {
            for (int at = 0; at < offers.getLength(); at++) {
                Catalog.save(merchant, Catalog.Offer.of((Element) offers.item(at)));
            }
        });
        return Response.json(Map.of("merchant", merchant, "offers", offers.getLength()));
    }

    @Post("/pictures")
    public Response addPictures(Request request) throws IOException {
        Path folder = MEDIA.resolve(merchantOf(Auth.require(request)));
        List<String> stored = new ArrayList<>();
        int entries = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(request.body()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > ENTRIES_MAX) throw new HttpError(413, "too many entries");
                byte[] data = zip.readNBytes(PICTURE_MAX_BYTES + 1);
                if (data.length > PICTURE_MAX_BYTES) throw new HttpError(413, "a picture is too large");
                if (entry.isDirectory()) continue;
                String name = entry.getName();
                if (!PICTURE.matcher(name).matches()) throw new HttpError(422, name + " is no picture");
                Path target = folder.resolve(name).normalize();
                if (!target.startsWith(folder)) throw new HttpError(422, name + " leads elsewhere");
                Files.createDirectories(target.getParent());
                Files.write(target, data);
                stored.add(name);
            }
        }
        return Response.json(201, Map.of("stored", stored));
    }

    @Get("/media/{merchant}/{name...}")
    public Response picture(Request request) throws IOException {
        Path file = MEDIA.resolve(request.path("merchant")).resolve(request.path("name")).normalize();
        if (!file.startsWith(MEDIA) || !Files.isRegularFile(file)) throw new HttpError(404, "no such picture");
        String ending = file.toString().replaceFirst(".*\\.", "").toLowerCase(Locale.ROOT);
        return Response.bytes(Files.readAllBytes(file), "image/" + ending.replace("jpg", "jpeg"))
                .header("X-Content-Type-Options", "nosniff");
    }

    /** The merchant for whom somebody works, as the sign-in says. */
    private static String merchantOf(Principal caller) {
        if (caller.claim("merchant") instanceof String merchant) return merchant;
        throw new HttpError(403, "not a merchant's account");
    }

    private static Element parse(byte[] xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setValidating(false);
            factory.setXIncludeAware(false);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml)).getDocumentElement();
        } catch (SAXException | IOException error) {
            throw new HttpError(400, "the feed cannot be read");
        } catch (ParserConfigurationException error) {
            throw new IllegalStateException(error);
        }
    }
}
