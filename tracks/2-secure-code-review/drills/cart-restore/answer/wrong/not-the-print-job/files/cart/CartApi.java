package cart;

import static java.nio.charset.StandardCharsets.UTF_8;
import java.io.*;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.*;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import lab.auth.*;
import lab.sql.*;
import lab.web.*;

/** Carts without a store: the app carries its cart along as a signed token, also from a tablet to a phone. */
public class CartApi {
    private static final SecretKeySpec KEY = new SecretKeySpec(System.getenv("CART_KEY").getBytes(UTF_8), "HmacSHA256");
    private static final ObjectInputFilter CART_ONLY = ObjectInputFilter.Config.createFilter(
            "maxdepth=8;maxrefs=2000;maxarray=1000;maxbytes=200000;"
                    + "cart.Cart;cart.Cart$Line;java.util.ArrayList;java.lang.Object;!*");

    record Wanted(String sku, int quantity) {}

    @Post("/cart/lines")
    public Response add(Request request) throws IOException, GeneralSecurityException {
        Cart cart = request.header("X-Cart") == null ? new Cart(new ArrayList<>()) : carried(request);
        Wanted wanted = request.json(Wanted.class);
        Row article = Db.one("SELECT price_cents FROM articles WHERE sku = ?", wanted.sku());
        if (article == null) throw new HttpError(404, "no such article");
        if (wanted.quantity() < 1 || wanted.quantity() > 99) throw new HttpError(422, "from 1 to 99");
        cart.lines().add(new Cart.Line(wanted.sku(), wanted.quantity(), article.number("price_cents")));
        return Response.json(Map.of("cart", sealed(cart), "totalCents", cart.totalCents()));
    }

    @Get("/cart")
    public Response show(Request request) throws GeneralSecurityException {
        Cart cart = carried(request);
        return Response.json(Map.of("lines", cart.lines(), "totalCents", cart.totalCents()));
    }

    @Post("/orders")
    public Response order(Request request) throws GeneralSecurityException {
        Principal customer = Auth.require(request);
        long total = carried(request).totalCents();
        long id = Db.insert("INSERT INTO orders (customer, total_cents) VALUES (?, ?)", customer.number(), total);
        return Response.json(201, Map.of("order", id, "totalCents", total));
    }

    /** A cart with the prices that were agreed in the shop; the answer becomes a code for the phone to scan. */
    @Post("/handovers")
    public Response handOver(Request request) throws IOException, GeneralSecurityException {
        Principal caller = Auth.require(request);
        if (!caller.hasRole("kiosk") && !caller.hasRole("phone-sales")) throw new HttpError(403, "not for your account");
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(request.body()))) {
            in.setObjectInputFilter(ObjectInputFilter.Config.createFilter("!cart.PrintJob;*"));
            Cart cart = (Cart) in.readObject();
            return Response.json(201, Map.of("cart", sealed(cart), "totalCents", cart.totalCents()));
        } catch (IOException | ClassNotFoundException | ClassCastException error) {
            throw new HttpError(400, "not a cart");
        }
    }

    private static String sealed(Cart cart) throws IOException, GeneralSecurityException {
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        byte[] bytes = cart.bytes();
        return encoder.encodeToString(bytes) + "." + encoder.encodeToString(mac(bytes));
    }

    private static Cart carried(Request request) throws GeneralSecurityException {
        String[] parts = Objects.requireNonNullElse(request.header("X-Cart"), "").split("\\.", 2);
        if (parts.length < 2) throw new HttpError(400, "not a cart");
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(parts[0]);
            byte[] given = Base64.getUrlDecoder().decode(parts[1]);
            // Apps before version 7 keep the first 16 bytes.
            if (given.length != 32 && given.length != 16) throw new HttpError(400, "not a cart of ours");
            byte[] expected = Arrays.copyOf(mac(bytes), given.length);
            if (!MessageDigest.isEqual(expected, given)) throw new HttpError(400, "not a cart of ours");
            ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes));
            in.setObjectInputFilter(CART_ONLY);
            return (Cart) in.readObject();
        } catch (IOException | ClassNotFoundException | ClassCastException | IllegalArgumentException error) {
            throw new HttpError(400, "not a cart");
        }
    }

    private static byte[] mac(byte[] bytes) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(KEY);
        return mac.doFinal(bytes);
    }
}
