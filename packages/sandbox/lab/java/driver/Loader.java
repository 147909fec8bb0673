package driver;

import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureClassLoader;
import java.util.Map;

/**
 * The learner's classes, fresh for each case. The lab and the JDK are asked first, so that no class of a
 * submission takes the place of one of theirs.
 */
final class Loader extends SecureClassLoader {
    private final Map<String, byte[]> classes;

    Loader(Map<String, byte[]> classes) {
        super("program", Driver.class.getClassLoader());
        this.classes = classes;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = classes.get(name);
        if (bytes == null) throw new ClassNotFoundException(name);
        return defineClass(name, bytes, 0, bytes.length);
    }

    /** Resources are the submission's other files. */
    @Override
    protected URL findResource(String name) {
        Path path = WorldFiles.PROGRAM.resolve(name);
        try {
            return Files.isRegularFile(path) ? path.toUri().toURL() : null;
        } catch (MalformedURLException error) {
            return null;
        }
    }

    /** By its whole name, or by its simple name where only one class has it. */
    Class<?> find(String name) throws ClassNotFoundException {
        if (classes.containsKey(name)) return loadClass(name);
        var named = classes.keySet().stream().filter((one) -> one.endsWith("." + name)).toList();
        if (named.size() == 1) return loadClass(named.get(0));
        if (named.isEmpty()) return loadClass(name);
        throw new ClassNotFoundException(name + " could be any of " + String.join(", ", named));
    }
}
