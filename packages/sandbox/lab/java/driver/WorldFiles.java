package driver;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The small writable file system around the program. Its root is memory of this process alone, so that a
 * test may lay out any path; what was there at the start (the JDK, libraries) is mounted read-only.
 */
final class WorldFiles {
    /** Working folder of the program; its submission is laid out here. */
    static final Path PROGRAM = Path.of("/app");
    private static final Set<Path> MOUNTED =
            Set.of(Path.of("/usr"), Path.of("/lib"), Path.of("/lib64"), Path.of("/dev"), Path.of("/sandbox"));
    private static final Set<Path> atStart = new HashSet<>();

    private WorldFiles() {}

    /** Remembers what belongs here. Where the file system is not ours alone, nothing is ever removed. */
    static void start() {
        boolean alone = Files.exists(Path.of("/sandbox/prlimit")) && !Files.exists(Path.of("/proc")) && !Files.exists(Path.of("/root"));
        if (!alone) return;
        visit((path) -> atStart.add(path));
    }

    /** Removes what earlier cases left, and lays out the submission and the files of the world. */
    static void lay(Map<String, String> program, Map<?, ?> world) throws IOException {
        if (atStart.isEmpty()) return;
        visit((path) -> {
            if (!atStart.contains(path)) delete(path);
        });
        Files.createDirectories(Path.of("/tmp"));
        Files.createDirectories(Path.of("/home/learner"));
        Files.createDirectories(PROGRAM);
        for (var file : program.entrySet()) {
            write(PROGRAM.resolve(file.getKey()), file.getValue().getBytes(StandardCharsets.UTF_8));
        }
        for (var file : world.entrySet()) write(Path.of((String) file.getKey()), bytesOf(file.getValue()));
    }

    /** The text of a file as a test asks for it; null where there is none. */
    static String read(String path) throws IOException {
        Path file = PROGRAM.resolve(path);
        if (!Files.isRegularFile(file)) return null;
        try (var bytes = Files.newInputStream(file)) {
            return new String(bytes.readNBytes(Values.TEXT_MAX_BYTES), StandardCharsets.UTF_8);
        }
    }

    private static void write(Path path, byte[] bytes) throws IOException {
        // Asked first: to try to make one that is there costs more than all else here.
        if (!Files.isDirectory(path.getParent())) Files.createDirectories(path.getParent());
        Files.write(path, bytes);
    }

    private static byte[] bytesOf(Object content) {
        if (content instanceof Map<?, ?> map) return Base64.getDecoder().decode((String) map.get("base64"));
        return ((String) content).getBytes(StandardCharsets.UTF_8);
    }

    private interface Each {
        void take(Path path) throws IOException;
    }

    /** Children before their folder, mounts left out, links not followed. */
    private static void visit(Each each) {
        try {
            Files.walkFileTree(Path.of("/"), new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return MOUNTED.contains(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    each.take(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, IOException error) throws IOException {
                    each.take(folder);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException error) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException error) {
            // What cannot be listed cannot be changed either.
        }
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException error) {
            // A folder of the program without permission; the next file that is needed there will tell.
        }
    }
}
