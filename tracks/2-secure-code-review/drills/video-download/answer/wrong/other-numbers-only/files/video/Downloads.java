package video;

import java.io.IOException;
import java.nio.file.*;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lab.auth.*;
import lab.web.*;

/** Films for televisions, phones and browsers: whole for offline use, in pieces for the player. */
public class Downloads {
    private static final Path MEDIA = Path.of("/srv/media");
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{1,12})-(\\d{0,12})");
    /** No answer to the player is larger; it asks again for the rest. */
    private static final int PIECE_BYTES = 512 * 1024;
    private static final Map<String, String> TYPES =
            Map.of("vtt", "text/vtt", "txt", "text/plain", "mp4", "video/mp4", "jpg", "image/jpeg");

    @Get("/library")
    public Object library(Request request) {
        return Library.titlesOf(Auth.require(request).number());
    }

    @Get("/titles/{title}/poster")
    public Response poster(Request request) throws IOException {
        Path poster = MEDIA.resolve(Long.toString(request.number("title"))).resolve("poster.jpg");
        return send(poster).header("Cache-Control", "public, max-age=86400");
    }

    @Get("/titles/{title}/download")
    public Response download(Request request) throws IOException {
        long title = request.number("title");
        requireTitle(request, title);
        String name = "attachment; filename=\"title-" + title + ".mp4\"";
        return send(MEDIA.resolve(title + "/video.mp4")).header("Content-Disposition", name);
    }

    @Get("/titles/{title}/stream")
    public Response stream(Request request) throws IOException {
        long title = request.number("title");
        requireTitle(request, title);
        Path video = MEDIA.resolve(title + "/video.mp4");
        if (!Files.isRegularFile(video)) throw new HttpError(404, "no such title");
        Matcher range = RANGE.matcher(request.header("Range") == null ? "bytes=0-" : request.header("Range"));
        long size = Files.size(video);
        long from = range.matches() ? Long.parseLong(range.group(1)) : size;
        boolean open = !range.matches() || range.group(2).isEmpty();
        long last = open ? size - 1 : Math.min(Long.parseLong(range.group(2)), size - 1);
        if (from > last) return Response.of(416).header("Content-Range", "bytes */" + size);
        int length = (int) Math.min(last - from + 1, PIECE_BYTES);
        byte[] piece;
        try (var in = Files.newInputStream(video)) {
            in.skipNBytes(from);
            piece = in.readNBytes(length);
        }
        return Response.bytes(piece, "video/mp4").status(206)
                .header("Content-Range", "bytes " + from + "-" + (from + length - 1) + "/" + size);
    }

    @Get("/titles/{title}/files/{name...}")
    public Response file(Request request) throws IOException {
        long title = request.number("title");
        requireTitle(request, title);
        Path folder = MEDIA.resolve(Long.toString(title));
        Path file = folder.resolve(request.path("name")).normalize();
        // Subtitles and extras lie in subfolders; nothing leaves the folder of the title.
        String rest = file.toString().substring(Math.min(file.toString().length(), folder.toString().length()));
        boolean otherTitle = !rest.isEmpty() && Character.isDigit(rest.charAt(0));
        if (!file.toString().startsWith(folder.toString()) || otherTitle) throw new HttpError(404, "no such file");
        return send(file);
    }

    private static void requireTitle(Request request, long title) {
        Principal caller = Auth.require(request);
        if (caller.hasRole("media-quality") || Library.holds(caller.number(), title)) return;
        throw new HttpError(403, "not in your library");
    }

    private static Response send(Path file) throws IOException {
        if (!Files.isRegularFile(file)) throw new HttpError(404, "no such file");
        String name = file.getFileName().toString();
        String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
        return Response.bytes(Files.readAllBytes(file), type);
    }
}
