/**
 * One step of the schema, as SQL that SQLite and Postgres both read. `COLLATE BINARY` becomes Postgres's
 * `COLLATE "C"`, so that both sort by bytes. A step that has been released is never edited: add the next one.
 */
export interface Migration {
  /** Three digits and a title, as its file is called. */
  name: string;
  statements: readonly string[];
}
