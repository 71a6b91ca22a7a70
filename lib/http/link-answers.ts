import { z } from "zod";
import { snapshotSchema } from "#lib/sharing/snapshot.ts";

const expiresAt = z.iso.datetime().nullable().describe("null: until it is taken back");

export const madeLink = z.object({
  id: z.string(),
  url: z.string(),
  manageToken: z.string().describe("told this once; whoever has it can take the link back"),
  expiresAt,
});

export const linkList = z.object({
  links: z.array(
    z.object({
      id: z.string(),
      url: z.string(),
      title: z.string(),
      bytes: z.int(),
      createdAtMs: z.int(),
      expiresAtMs: z.int().nullable(),
    }),
  ),
});

export const sharedComparison = z.object({
  id: z.string(),
  url: z.string(),
  snapshot: snapshotSchema,
  contentHash: z.string().describe("SHA-256 of the snapshot in canonical form, base64url"),
  createdAt: z.iso.datetime(),
  expiresAt,
});

const pixels = z.coerce.number().int().min(1).max(100_000);

export const oembedQuery = z.object({
  url: z.string().max(2_000).describe("the address of a shared comparison"),
  maxwidth: pixels.optional(),
  maxheight: pixels.optional(),
  format: z.literal("json", "only json is answered").default("json"),
});

export const oembedAnswer = z.object({
  version: z.literal("1.0"),
  type: z.literal("rich"),
  provider_name: z.string(),
  provider_url: z.string(),
  title: z.string(),
  html: z.string(),
  width: z.int(),
  height: z.int(),
  thumbnail_url: z.string(),
  thumbnail_width: z.int(),
  thumbnail_height: z.int(),
});
