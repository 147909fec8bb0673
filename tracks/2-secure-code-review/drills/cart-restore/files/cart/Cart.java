package cart;

import java.io.*;
import java.util.ArrayList;

/** Articles at the prices that were promised. Its serialised form is the same in the tablets. */
public record Cart(ArrayList<Line> lines) implements Serializable {
    public record Line(String sku, int quantity, long priceCents) implements Serializable {
        public Line {
            if (sku == null || quantity < 1 || quantity > 99 || priceCents < 0 || priceCents > 5_000_000) {
                throw new IllegalArgumentException("not a line of a cart");
            }
        }
    }

    long totalCents() {
        return lines.stream().mapToLong((line) -> line.quantity() * line.priceCents()).sum();
    }

    byte[] bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(this);
        }
        return bytes.toByteArray();
    }
}
