package rates;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

final class RateClient {
  private static final Logger LOG = LoggerFactory.getLogger("lookup");
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI base;
  private final String key;

  RateClient(URI base, String key) {
    this.base = base;
    this.key = key;
    LOG.info("rates from {}, key of {} characters", base.getHost(), key.length());
  }

  String latest(Currency currency) throws IOException, InterruptedException {
    URI uri = base.resolve("/v2/latest?of=" + currency.name() + "&key=" + key);
    HttpRequest request = HttpRequest.newBuilder(uri).GET().build();
    LOG.debug("asking for {}", currency.name());
    var response = http.send(request, BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      LOG.warn("{} {} said {}", request.method(), request.uri(), response.statusCode());
      throw new IOException("no rate for " + currency.name());
    }
    LOG.debug("{} characters for {}", response.body().length(), currency.name());
    return response.body();
  }
}
