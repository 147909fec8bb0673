package depot;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

@Repository
class ParcelSearch {
  private static final int PAGE_SIZE = 50;
  private static final Map<String, String> WAYS = Map.of("up", "ASC", "down", "DESC");

  private final JdbcTemplate jdbc;

  ParcelSearch(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  List<Parcel> search(String depot, String sort, String direction, int page) {
    String way = WAYS.getOrDefault(direction, "ASC");
    String sql = "SELECT id, depot, weight, due FROM parcel WHERE depot = ?"
        + " ORDER BY " + sort
        + " " + way
        + " LIMIT " + PAGE_SIZE
        + " OFFSET " + (long) page * PAGE_SIZE;
    return jdbc.query(sql, Parcel::fromRow, depot);
  }

  int count(List<String> states) {
    if (states.isEmpty()) return 0;
    String marks = String.join(",", Collections.nCopies(states.size(), "?"));
    String sql = "SELECT count(*) FROM parcel WHERE state IN (" + marks + ")";
    return jdbc.queryForObject(sql, Integer.class, states.toArray());
  }
}
