import type { Notes } from "./notes.ts";

/**
 * Fields that say where a call goes, with which key or through what. They are never taken from a file: whoever
 * made it would read what is sent, and the key with it. Written without capitals and signs.
 */
const NEVER_TAKEN = new Set(
  (
    "apikey apikeys apitoken accesstoken authtoken token secret password authorization auth credentials " +
    "apikeyenvar apikeyvariable baseurl apibaseurl apihost apibase host url endpoint endpoints proxy proxies httpproxy " +
    "headers header defaultheaders organization project env cert pfx tls"
  ).split(" "),
);
/** Names below which everything is a person's own text or a schema for it. */
const OWN_TEXTS = ["values", "vars", "item", "value", "schema", "item_schema", "properties", "variables"];
const DEPTH = 20;

/** Whether a field of this name is an address, a header or a key, however it is spelled. */
export function isSetAside(name: string): boolean {
  return NEVER_TAKEN.has(name.toLowerCase().replaceAll(/[^a-z]/g, ""));
}

/**
 * Names every address, header and key in a value, at any depth, among what was left out; their contents are not shown.
 */
export function setAside(value: unknown, notes: Notes): void {
  look(value, 0);

  function look(item: unknown, depth: number): void {
    if (typeof item !== "object" || item === null || depth > DEPTH) return;
    if (Array.isArray(item)) {
      for (const each of item) look(each, depth + 1);
      return;
    }
    for (const [name, each] of Object.entries(item)) {
      if (OWN_TEXTS.includes(name)) continue;
      if (isSetAside(name)) {
        notes.count(
          {
            one: "address, header or key was left out: set those on the Keys page",
            many: "addresses, headers or keys were left out (set those on the Keys page)",
          },
          name,
        );
      } else look(each, depth + 1);
    }
  }
}
