package io.tideline.engine.proxy;

/** A call of the HTTP API that is refused, with the status and words of Toxiproxy. */
final class ApiRefusal extends RuntimeException {
  static final int BAD_REQUEST = 400;
  static final int FORBIDDEN = 403;
  static final int NOT_FOUND = 404;
  static final int NOT_ALLOWED = 405;
  static final int CONFLICT = 409;
  static final int FAULT = 500;

  private static final long serialVersionUID = 1;

  private final int status;

  ApiRefusal(int status, String sentence) {
    super(sentence);
    this.status = status;
  }

  static ApiRefusal badBody(String why) {
    return new ApiRefusal(BAD_REQUEST, "bad request body: " + why);
  }

  int status() {
    return status;
  }
}
