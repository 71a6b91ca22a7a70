import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { sessionSecret } from "./session-secret.server.ts";

test("[R07] what the operator set is used; else one is made once, and later starts find it again", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "afterprompt-secret-"));
  try {
    expect(sessionSecret("a-secret-of-the-operator-of-32-characters", folder)).toMatch(/^a-secret/);
    const made = sessionSecret(null, path.join(folder, "new"));
    expect(made.length).toBeGreaterThanOrEqual(32);
    expect(sessionSecret(null, path.join(folder, "new"))).toBe(made);
    expect(statSync(path.join(folder, "new")).mode & 0o777).toBe(0o700);
    expect(statSync(path.join(folder, "new", "session-secret")).mode & 0o777).toBe(0o600);
    expect(sessionSecret(null, path.join(folder, "other"))).not.toBe(made);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
