/** Why a token is not accepted. */
export class JsonWebTokenError extends Error {
  name = "JsonWebTokenError";
}

export class TokenExpiredError extends JsonWebTokenError {
  name = "TokenExpiredError";

  constructor(expiredAt) {
    super("jwt expired");
    this.expiredAt = expiredAt;
  }
}

export class NotBeforeError extends JsonWebTokenError {
  name = "NotBeforeError";

  constructor(date) {
    super("jwt not active");
    this.date = date;
  }
}
