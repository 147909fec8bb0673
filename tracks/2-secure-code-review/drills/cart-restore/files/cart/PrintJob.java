package cart;

import java.io.*;
import java.nio.file.*;

/** A customer's picture for a mug. The printing service keeps its queue on disk and reads it after a restart. */
public class PrintJob implements Serializable {
    private static final long serialVersionUID = 3;
    private final String spoolFile;
    private final byte[] picture;

    public PrintJob(String spoolFile, byte[] picture) {
        this.spoolFile = spoolFile;
        this.picture = picture;
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        Files.write(Path.of(spoolFile), picture);
    }
}
