import { AppError } from "#lib/base/errors.ts";

/** The manage token of a request, sent as `Authorization: Bearer mgt_…`; null when there is none. */
export function manageTokenOf(headers: Headers): string | null {
  return /^bearer +(mgt_[A-Za-z0-9_-]{22})$/i.exec(headers.get("authorization") ?? "")?.[1] ?? null;
}

/** Taken back, expired, somebody else's and never made are one and the same. */
export function noSuchLink(): AppError {
  return new AppError(
    "not-found",
    "There is no such comparison. The link was taken back, has expired or was mistyped.",
  );
}
