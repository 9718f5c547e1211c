package io.tideline.reports.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages as Gatling writes them. */
class FailureSortTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "status.find.in(200), but actually found 429 | RATE_LIMIT",
        "status.find.in(200,201), but actually found 503 | OVERLOAD",
        "status.find.in(200), but actually found 500 | SERVER",
        "status.find.in(200), but actually found 401 | SIGN_IN",
        "status.find.is(200), but actually found 404 | MISSING",
        "status.find.is(200), but actually found 422 | CLIENT",
        "status.find.is(200), but actually found 302 | OTHER",
        "Request timeout to localhost/127.0.0.1:8080 after 60000 ms | TIMEOUT",
        "i.n.c.ConnectTimeoutException: connection timed out: /10.0.0.1:80 | TIMEOUT",
        "j.n.ConnectException: Connection refused | CONNECTION",
        "Premature close | CONNECTION",
        "jsonPath($.id).find.exists, found nothing | CONTENT",
        "jsonPath($.count).find.is(500), but actually found 503 | CONTENT",
        "something else | OTHER"
      })
  void theMessageTellsTheSort(String message, FailureSort sort) {
    assertThat(FailureSort.of(message)).isEqualTo(sort);
  }
}
