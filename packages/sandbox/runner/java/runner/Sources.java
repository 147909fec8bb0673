package runner;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;

/** The files of one compilation, in memory. The JDK and the lab come from the manager below, kept warm. */
final class Sources extends ForwardingJavaFileManager<JavaFileManager> {
    private Map<String, ByteArrayOutputStream> made = new TreeMap<>();
    /**
     * What the JDK and the lab have of a package does not change; looking it up is half of a small
     * compilation.
     */
    private final Map<String, Iterable<JavaFileObject>> known = new HashMap<>();

    Sources(JavaFileManager below) {
        super(below);
    }

    /** Forgets the last compilation; gives the units of this one. */
    List<JavaFileObject> begin(Map<?, ?> files) {
        made = new TreeMap<>();
        List<JavaFileObject> units = new ArrayList<>();
        files.forEach((path, text) -> {
            if (path.toString().endsWith(".java")) units.add(new Source(path.toString(), text.toString()));
        });
        return units;
    }

    Map<String, ByteArrayOutputStream> made() {
        return made;
    }

    static String pathOf(JavaFileObject source) {
        return source instanceof Source ours ? ours.path : source.getName();
    }

    @Override
    public Iterable<JavaFileObject> list(Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse)
            throws java.io.IOException {
        if (location == StandardLocation.SOURCE_PATH) return List.of();
        String key = location.getName() + " " + packageName + " " + kinds + " " + recurse;
        Iterable<JavaFileObject> found = known.get(key);
        if (found == null) {
            List<JavaFileObject> all = new ArrayList<>();
            super.list(location, packageName, kinds, recurse).forEach(all::add);
            found = all;
            // A program may import any number of packages that do not exist.
            if (known.size() < 2_000) known.put(key, found);
        }
        return found;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        made.put(name, bytes);
        return new SimpleJavaFileObject(uri(name + ".class"), kind) {
            @Override
            public OutputStream openOutputStream() {
                return bytes;
            }
        };
    }

    /** The manager below knows files only. */
    @Override
    public boolean isSameFile(FileObject one, FileObject other) {
        return one.toUri().equals(other.toUri());
    }

    private static URI uri(String path) {
        try {
            return new URI("memory", null, "/" + path, null);
        } catch (URISyntaxException error) {
            throw new IllegalArgumentException(error);
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        final String path;
        private final String text;

        Source(String path, String text) {
            super(uri(path), Kind.SOURCE);
            this.path = path;
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
